import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Architecture,
  AsyncMessage,
  Channel,
  Connection,
  Deployable,
  Store,
  SyncCall,
} from '../../../src/wizard/model/architecture.ts';
import { brokenInvariants } from '../../../src/wizard/model/invariants.ts';
import { anyState } from './arbitraries.ts';
import { rich } from './artefact-cases.ts';
import { pinnedStates } from './design-states.ts';
import { built } from './behavior-case.ts';
import { patienceMs, runs } from './runs.ts';

describe('every architecture', () => {
  it(
    'keeps the invariants, whatever was answered and pinned',
    () => {
      fc.assert(
        fc.property(anyState, (state) => {
          const { architecture, solution } = built(state.answers, state.pins);
          expect(brokenInvariants(architecture, solution)).toEqual([]);
        }),
        { numRuns: runs(300, 10_000) },
      );
    },
    patienceMs,
  );

  it(
    'keeps them with every alternative pinned',
    () => {
      const broken = pinnedStates.flatMap((state) => {
        const { architecture, solution } = built(state.answers, state.pins);
        return brokenInvariants(architecture, solution).map((text) => ({ pins: state.pins, text }));
      });
      expect(broken).toEqual([]);
    },
    patienceMs,
  );
});

const { architecture: sound, solution } = rich;

const deployables = (change: Partial<Deployable>): Architecture => ({
  ...sound,
  deployables: sound.deployables.map((each) => ({ ...each, ...change })),
});

const stores = (change: (store: Store) => Partial<Store>): Architecture => ({
  ...sound,
  stores: sound.stores.map((each) => ({ ...each, ...change(each) })),
});

const channels = (change: Partial<Channel>): Architecture => ({
  ...sound,
  channels: sound.channels.map((each) => ({ ...each, ...change })),
});

const calls = (change: (call: SyncCall) => Partial<SyncCall>): Architecture => ({
  ...sound,
  connections: sound.connections.map((each) =>
    each.kind === 'sync' ? { ...each, ...change(each) } : each,
  ),
});

const messages = (change: Partial<AsyncMessage>): Architecture => ({
  ...sound,
  connections: sound.connections.map((each) =>
    each.kind === 'async' ? { ...each, ...change } : each,
  ),
});

const isChannel = (end: string): boolean => sound.channels.some(({ id }) => id === end);

const without = (isGone: (from: string, to: string) => boolean): Architecture => ({
  ...sound,
  connections: sound.connections.filter(({ from, to }) => !isGone(from, to)),
});

const bothWays: Architecture = {
  ...sound,
  connections: sound.connections.flatMap((each): Connection[] =>
    each.kind === 'sync' ? [each, { ...each, from: each.to, to: each.from }] : [each],
  ),
};

/** What is broken on purpose, and what has to be found. */
const injuries: readonly (readonly [finding: RegExp, broken: Architecture])[] = [
  [/Nobody owns/u, deployables({ owner: '' })],
  [/is used twice/u, deployables({ id: 'one' })],
  [/fewer replicas/u, deployables({ replicas: 0 })],
  [/has two writers/u, stores(({ schemas }) => ({ schemas: [...schemas, ...schemas] }))],
  [/has no schema there/u, stores(() => ({ schemas: [] }))],
  [/Nothing is connected to/u, without(() => true)],
  [/does not exist/u, { ...sound, dependencies: [] }],
  [/has no timeout/u, calls(() => ({ timeoutMs: 0 }))],
  [/exceed the deadline/u, calls(({ deadlineMs }) => ({ timeoutMs: deadlineMs }))],
  [/may take longer/u, calls(() => ({ deadlineMs: 3_600_000 }))],
  [/without a breaker/u, calls(() => ({ breaker: false }))],
  [/more than one layer/u, calls(() => ({ attempts: 5 }))],
  [/in a circle/u, bothWays],
  [/messages that keep failing/u, channels({ deadLetter: '' })],
  [/one worker/u, channels({ kind: 'queue' })],
  [/what happens to duplicates/u, messages({ duplicates: '' })],
  [/Nobody sends to/u, without((_from, to) => isChannel(to))],
  [/Nobody receives from/u, without((from) => isChannel(from))],
];

describe('the check itself', () => {
  it('finds nothing in a sound architecture', () => {
    expect(brokenInvariants(sound, solution)).toEqual([]);
  });

  it.each(injuries)('finds %s', (finding, broken) => {
    expect(brokenInvariants(broken, solution).join('\n')).toMatch(finding);
  });
});
