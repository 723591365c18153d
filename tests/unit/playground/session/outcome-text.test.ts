import { describe, expect, it } from 'vitest';
import {
  describeDone,
  describeTests,
  problemOf,
  problemOfError,
} from '../../../../playground/session/outcome-text.ts';

describe('the status line', () => {
  it('says the exit code and the time', () => {
    expect(describeDone({ reason: 'exit', code: 0 }, 60.4)).toBe('Finished: exit 0 after 0.1 s.');
    expect(describeDone({ reason: 'killed', code: undefined }, 2140)).toBe('Stopped after 2.1 s.');
    expect(describeDone({ reason: 'timeout', code: undefined }, 1700)).toBe('Ended after 1.7 s.');
  });

  it('counts tests by their own report', () => {
    const report = '✔ adds (0.1ms)\nℹ tests 3\nℹ suites 0\nℹ pass 2\nℹ fail 1\n';
    expect(describeTests(report)).toBe('Tests: 2 passed, 1 failed.');
    expect(describeTests('no report')).toBeUndefined();
  });
});

describe('a problem', () => {
  it('is none after a good end, or after Stop', () => {
    expect(problemOf({ reason: 'exit', code: 0 }, '')).toBeUndefined();
    expect(problemOf({ reason: 'killed', code: undefined }, '')).toBeUndefined();
  });

  it("is the program's own error, by name", () => {
    const stderr =
      'file:///app/main.ts:3\nthrow new KnobError()\n^\n\nKnobError: OPEN_S must be a number\n    at x\n';
    expect(problemOf({ reason: 'exit', code: 1 }, stderr)?.what).toBe(
      'The program ended with exit code 1: KnobError: OPEN_S must be a number',
    );
    expect(problemOf({ reason: 'exit', code: 3 }, 'no\n')?.what).toBe(
      'The program ended with exit code 3.',
    );
  });

  it("is the engine's sentence where the engine ended it", () => {
    const done = { reason: 'output-limit', code: undefined, message: 'Stopped at 1 MiB.' } as const;
    expect(problemOf(done, '')?.what).toBe('Stopped at 1 MiB.');
  });

  it('carries what to do, where an error knows it', () => {
    const known = Object.assign(new Error('No engine.'), { whatToDo: 'Reload the page.' });
    expect(problemOfError(known)).toEqual({ what: 'No engine.', whatToDo: 'Reload the page.' });
    expect(problemOfError(new Error('odd')).whatToDo).toContain('Press Run again');
  });
});
