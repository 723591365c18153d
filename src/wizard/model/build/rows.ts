/** One thing that the system does, and who looks after it. */
export interface CapabilityRow {
  readonly name: string;
  /** The team that owns it, counted from 1. */
  readonly team: number;
  readonly changes: 'rarely' | 'monthly' | 'weekly' | 'daily';
  readonly load: 'low' | 'usual' | 'high';
  readonly ownRules: boolean;
  readonly freshness: 'inherit' | 'at-once' | 'seconds' | 'minutes';
}

/** Something that one request sets off. */
export interface ActionRow {
  readonly name: string;
  readonly capabilities: readonly string[];
  readonly branches: boolean;
  readonly lastsHours: boolean;
  readonly undoable: boolean;
}

/** An outside system that is waited for. */
export interface DependencyRow {
  readonly name: string;
  readonly availability: '99' | '99.5' | '99.9' | '99.95' | '99.99';
  readonly p99Ms: number;
  readonly safeToRepeat: boolean;
  readonly whenDown: 'fail' | 'stale' | 'queue' | 'hide';
  readonly usedBy: readonly string[];
}

/** News that one capability sends to others. */
export interface MessageRow {
  readonly name: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly needsAnswer: boolean;
  readonly ordered: boolean;
  readonly replay: boolean;
  readonly perSecond: number;
}
