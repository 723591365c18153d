import { choice, number, variant } from './fact-kinds.ts';
import { capabilityReference, capabilityReferences, flag, ordinal, ownName } from './list-kinds.ts';
import type { RowOf } from './list-kinds.ts';

/** How available an outside system promises to be, in percent. */
export const outsideAvailabilities = {
  '99': '99 %',
  '99.5': '99.5 %',
  '99.9': '99.9 %',
  '99.95': '99.95 %',
  '99.99': '99.99 %',
} as const;

/** What to do while an outside system is down. */
export const outsideFallbacks = {
  fail: 'fail with it',
  stale: 'answer with old data',
  queue: 'take the request and finish later',
  hide: 'leave that part out',
} as const;

export const capabilityColumns = {
  name: ownName,
  /** The team that owns it, counted from 1. */
  team: ordinal('team', 500),
  changes: choice(
    {
      rarely: 'changes rarely',
      monthly: 'changes every month',
      weekly: 'changes every week',
      daily: 'changes every day',
    },
    'monthly',
  ),
  /** `high` is ten times `usual`. */
  load: choice(
    { low: 'little load', usual: 'the usual load', high: 'ten times the usual load' },
    'usual',
  ),
  /** Under rules of its own, such as those for card payments. */
  ownRules: flag('under rules of its own'),
  /** When its data must be right; `inherit` takes the answer for the whole system. */
  freshness: variant(
    {
      inherit: 'right as the whole system',
      'at-once': 'right at once',
      seconds: 'right within seconds',
      minutes: 'right within minutes',
    },
    'inherit',
  ),
} as const;

export const actionColumns = {
  name: ownName,
  /** What it changes, first to last. */
  capabilities: capabilityReferences('unfinished', true),
  branches: flag('branches'),
  lastsHours: flag('lasts hours'),
  /** Each of its steps can be taken back. */
  undoable: flag('can be undone', true),
} as const;

export const dependencyColumns = {
  name: ownName,
  availability: choice(outsideAvailabilities, '99.9'),
  /** 99 of 100 of its answers arrive within this time. */
  p99Ms: number({ min: 1, max: 60_000, default: 500 }, 'ms for 99 of 100 answers'),
  /** A second identical call does nothing twice. */
  safeToRepeat: flag('safe to repeat'),
  whenDown: variant(outsideFallbacks, 'fail'),
  /** What calls it. */
  usedBy: capabilityReferences('all'),
} as const;

export const messageColumns = {
  name: ownName,
  from: capabilityReference,
  to: capabilityReferences('unfinished'),
  /** The sender needs the outcome before it can go on. */
  needsAnswer: flag('needs an answer'),
  /** Messages about one thing arrive in the order in which they were sent. */
  ordered: flag('in order'),
  /** Old ones are read again. */
  replay: flag('read again'),
  perSecond: number({ min: 0, max: 10_000_000, default: 1 }, 'message/s', 'messages/s'),
} as const;

/** One thing that the system does, and who looks after it. */
export type Capability = RowOf<typeof capabilityColumns>;

/** Something that one request sets off. */
export type Action = RowOf<typeof actionColumns>;

/** An outside system that is waited for. */
export type OutsideSystem = RowOf<typeof dependencyColumns>;

/** News that one capability sends to others. */
export type MessageKind = RowOf<typeof messageColumns>;
