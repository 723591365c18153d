import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import { buildArchitecture } from '../../../src/wizard/model/build-architecture.ts';
import type { Pins } from '../../../src/wizard/model/solution.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { anyState } from './arbitraries.ts';
import { outside, team, twoServices } from './rule-case.ts';
import { runs } from './runs.ts';

const connectionsOf = (answers: Answers, pins: Pins = {}) =>
  buildArchitecture(solve(answers, pins)).connections;

describe('connections', () => {
  it('try an outside system again, and only what does nothing twice', () => {
    const call = connectionsOf({ dependencies: outside({}) }, { idempotency: 'key' }).find(
      ({ to }) => to === 'outside',
    );
    expect(call).toMatchObject({
      attempts: 2,
      breaker: true,
      retried: 'reads, and writes that carry an idempotency key',
    });
  });

  it('say of every call what may be sent again', () => {
    fc.assert(
      fc.property(anyState, ({ answers, pins }) => {
        for (const each of buildArchitecture(solve(answers, pins)).connections) {
          if (each.kind === 'async') expect(each.deadLetter).not.toBe('');
          else expect(each.retried === 'nothing').toBe(each.attempts === 1);
        }
      }),
      { numRuns: runs(100, 10_000) },
    );
  });

  it('go from a queue to one worker', () => {
    const answers = { ...twoServices, team: team(20, 3), jobs: { longestJob: 'minutes' } } as const;
    const taken = connectionsOf(answers).filter(({ from }) => from.endsWith('-queue'));
    expect(taken.map(({ to }) => to)).toEqual(['accounts-service']);
  });

  it('need the identity provider for new sign-ins only', () => {
    const call = connectionsOf({ 'sign-in': { signIn: ['company-sso'] } }).find(
      ({ to }) => to === 'identity',
    );
    expect(call).toMatchObject({ breaker: true });
    expect(call?.kind === 'sync' && call.fallback).toContain('only new sign-ins fail');
  });
});
