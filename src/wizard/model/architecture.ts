import type { Behavior } from './system.ts';

/** Somebody or something that calls the system. */
export interface Actor {
  readonly id: string;
  /** Short, as in "web". */
  readonly label: string;
  /** For sentences, as in "a web app". */
  readonly name: string;
  /** How it proves who it is, as in "session cookie". */
  readonly identity: string;
}

/** What stands in front of the deployables. */
export interface Edge {
  readonly id: string;
  readonly label: string;
  readonly kind: 'load-balancer' | 'gateway';
}

/** Something that is built and released on its own. */
export interface Deployable {
  readonly id: string;
  readonly label: string;
  /** A service has capabilities; a backend for a frontend composes what services answer. */
  readonly kind: 'service' | 'bff';
  readonly owner: string;
  readonly replicas: number;
  /** Requests that one replica handles at the same time. */
  readonly workersPerReplica: number;
  /** Connections that one replica holds to its database; 0 where it has none. */
  readonly pool: number;
  /** Names of the capabilities in it. */
  readonly modules: readonly string[];
  /** What else runs in it. */
  readonly helpers: readonly Helper[];
}

/** Something that runs in a deployable beside the answering of requests. */
export interface Helper {
  readonly kind:
    'worker' | 'outbox-relay' | 'saga-orchestrator' | 'webhook-sender' | 'projector' | 'cache';
  /** As in "worker: what may happen later". */
  readonly label: string;
}

/** Where data lives. Each schema has exactly one writer. */
export interface Store {
  readonly id: string;
  readonly label: string;
  /** A backplane carries news between replicas that hold open connections. */
  readonly kind: 'database' | 'cache' | 'backplane';
  readonly note: string;
  readonly schemas: readonly Schema[];
  /** Connections that a database accepts; absent for what is no database. */
  readonly connections?: ConnectionLimit;
}

/** How many connections a database takes, and who shares them out. */
export interface ConnectionLimit {
  readonly limit: number;
  /** Kept free for people and backups. */
  readonly reserved: number;
  /** Connections of a pooler in front; 0 where replicas connect directly. */
  readonly pooler: number;
}

export interface Schema {
  readonly name: string;
  /** The deployable that alone may write it; `outside` when others own it. */
  readonly writer: string;
}

/** Where messages wait. */
export interface Channel {
  readonly id: string;
  readonly label: string;
  readonly kind: 'job-table' | 'queue' | 'routing-broker' | 'log';
  /** Where a message goes that fails again and again. */
  readonly deadLetter: string;
}

/** A system that others run. */
export interface Dependency {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  /** What its owner promises, in percent; absent where nobody promised anything. */
  readonly availabilityPercent?: number;
  /** 99 of 100 of its answers arrive within this time; absent where nobody measured it. */
  readonly p99Ms?: number;
  /** A second identical call does nothing twice. */
  readonly safeToRepeat: boolean;
  /** The deployables that call it. */
  readonly usedBy: readonly string[];
}

/** A call that waits for its answer. */
export interface SyncCall {
  readonly kind: 'sync';
  readonly from: string;
  readonly to: string;
  /** As in "HTTPS" or "SQL". */
  readonly label: string;
  /** Time after which the caller gives up, all attempts together. */
  readonly deadlineMs: number;
  /** Time after which one attempt is given up. */
  readonly timeoutMs: number;
  /** 1 means no retry. */
  readonly attempts: number;
  /** What may be sent again, as in "reads"; "nothing" where there is one attempt. */
  readonly retried: string;
  readonly breaker: boolean;
  readonly bulkhead: boolean;
  readonly fallback: string;
}

/** A message that is handled later. */
export interface AsyncMessage {
  readonly kind: 'async';
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** How the receiver tolerates a message that comes twice. */
  readonly duplicates: string;
  /** Where it goes when it fails again and again. */
  readonly deadLetter: string;
}

export type Connection = SyncCall | AsyncMessage;

/** The parts of a system, how they are connected and what they do: everything drawn or generated comes from it. */
export interface Architecture extends Behavior {
  readonly name: string;
  readonly actors: readonly Actor[];
  readonly edge: Edge;
  readonly deployables: readonly Deployable[];
  readonly stores: readonly Store[];
  readonly channels: readonly Channel[];
  readonly dependencies: readonly Dependency[];
  readonly connections: readonly Connection[];
  /** What the seed leaves to others, and to whom. */
  readonly deferrals: readonly { readonly what: string; readonly to: string }[];
}
