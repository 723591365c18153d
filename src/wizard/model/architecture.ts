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
  readonly owner: string;
  readonly replicas: number;
  readonly modules: readonly string[];
  /** How many further deployables of the same kind this one stands for. */
  readonly alike: number;
}

/** Where data lives. Each schema has exactly one writer. */
export interface Store {
  readonly id: string;
  readonly label: string;
  readonly kind: 'database' | 'cache';
  readonly note: string;
  readonly schemas: readonly Schema[];
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

/** The parts of a system and how they are connected: everything drawn or generated comes from it. */
export interface Architecture {
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
