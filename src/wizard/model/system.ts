/**
 * What a system does, beside the parts that it is made of (architecture.ts): every file is
 * generated from these. Ids are slugs, unique in their kind, and stable while the names stay.
 */

/** One value of a record, as contracts and samples show it. */
export interface Field {
  /** In camel case, as in "placedAt". */
  readonly name: string;
  readonly type: 'id' | 'text' | 'integer' | 'money' | 'date-time' | 'boolean' | 'state';
  readonly required: boolean;
  /** Present exactly when the type is "state". */
  readonly states?: readonly string[];
  /** Never leaves the system in logs, messages or caches. */
  readonly sensitive: boolean;
  readonly example: string | number | boolean;
}

/** What a capability keeps one record of each of. */
export interface Resource {
  /** As in "order" and "orders", both in kebab case. */
  readonly singular: string;
  readonly plural: string;
  readonly fields: readonly Field[];
}

/** An area of the business with rules and data of its own. */
export interface Capability {
  readonly id: string;
  /** As a person typed it. */
  readonly name: string;
  /** The team that answers for it. */
  readonly owner: string;
  readonly deployable: string;
  readonly store: string;
  readonly schema: string;
  readonly resource: Resource;
}

/** How a second, equal request is told from a new one. */
export type Repeatable = 'safe' | 'natural' | 'key' | 'no';

/** One thing that a caller can ask for. */
export interface Operation {
  /** As in "createOrder". */
  readonly id: string;
  readonly kind: 'list' | 'read' | 'create' | 'update' | 'remove' | 'act' | 'status';
  readonly capability: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As in "/orders/{orderId}", without the version. */
  readonly path: string;
  readonly repeatable: Repeatable;
  /** Answers 202 and a place to ask how it goes. */
  readonly later: boolean;
  /** The policy that decides who may. */
  readonly policy: string;
  /** Time after which the server gives up and answers 503 or 504. */
  readonly timeoutMs: number;
  /** What its answer may be kept for; absent when nothing keeps it. */
  readonly cache?: CacheRule;
  /** Messages that it leads to. */
  readonly publishes: readonly string[];
}

/** A set of operations under one contract. */
export interface Api {
  readonly id: string;
  readonly title: string;
  readonly form: 'rest' | 'graphql' | 'grpc';
  readonly audience: 'public' | 'internal';
  readonly deployable: string;
  readonly operations: readonly Operation[];
}

/** How an answer is kept, for how long and what ends it. */
export interface CacheRule {
  readonly where: 'private-http' | 'cdn' | 'in-process' | 'distributed';
  readonly ttlSeconds: number;
  /** By how much each entry's life is moved at random, so that not all end together. */
  readonly jitterPercent: number;
  readonly invalidation: 'ttl' | 'versioned-key' | 'event' | 'tag';
  /** The messages that end an entry early. */
  readonly endedBy: readonly string[];
}

/** Something that happened, told to others. */
export interface Message {
  /** As in "order-placed". */
  readonly id: string;
  readonly name: string;
  /** The type attribute of CloudEvents, as in "com.example.orders.order-placed.v1". */
  readonly type: string;
  readonly channel: string;
  /** Capabilities. */
  readonly from: string;
  readonly to: readonly string[];
  /** The field whose value keeps the order; absent when order does not matter. */
  readonly key?: string;
  readonly fields: readonly Field[];
  readonly perSecond: number;
  /** Deliveries before it goes to the dead letters. */
  readonly attempts: number;
}

/** One step of a flow. */
export interface Step {
  readonly id: string;
  readonly capability: string;
  /** As in "reserve inventory". */
  readonly does: string;
  /** What takes it back; absent for the step after which the flow can only go on. */
  readonly undo?: string;
  /** Before the pivot steps are undone; after it they are tried until they succeed. */
  readonly role: 'undoable' | 'pivot' | 'retried';
  readonly timeoutMs: number;
  readonly attempts: number;
}

/** An action that changes several capabilities. */
export interface Flow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'transaction' | 'choreographed' | 'orchestrated';
  readonly steps: readonly Step[];
  readonly branches: boolean;
  readonly lastsHours: boolean;
}

/** How callers of one kind prove who they are. */
export interface Identity {
  /** An actor, or a deployable for calls between services. */
  readonly of: string;
  readonly scheme:
    | 'none'
    | 'session'
    | 'code-with-pkce'
    | 'api-key'
    | 'client-credentials'
    | 'service-token'
    | 'mtls';
  readonly audience: string;
  /** Life of a token or a session; 0 where there is none. */
  readonly lifetimeMinutes: number;
}

/** Who may do what. */
export interface Policy {
  readonly id: string;
  /** As in "buyer"; "anybody" where nobody signs in. */
  readonly role: string;
  readonly operations: readonly string[];
  readonly condition: 'none' | 'owner' | 'same-tenant' | 'attribute' | 'relationship';
}

/** How much one caller may ask for. */
export interface RateLimit {
  readonly of: 'address' | 'api-key' | 'tenant';
  readonly where: 'edge' | 'gateway' | 'service';
  readonly perSecond: number;
  readonly burst: number;
  /** Requests at the same time; above it the rest is shed. */
  readonly concurrent: number;
}

/** What is promised, over a window. */
export interface Slo {
  readonly id: string;
  readonly deployable: string;
  readonly indicator: 'availability' | 'latency';
  readonly objectivePercent: number;
  readonly windowDays: number;
  /** Present exactly when the indicator is latency. */
  readonly thresholdMs?: number;
}

/** What wakes somebody, or can wait. */
export interface Alert {
  readonly id: string;
  readonly title: string;
  readonly severity: 'page' | 'ticket';
  readonly runbook: string;
  readonly about:
    | {
        readonly kind: 'burn';
        readonly slo: string;
        readonly rate: number;
        readonly longWindow: string;
        readonly shortWindow: string;
      }
    | { readonly kind: 'dead-letters' | 'oldest-message'; readonly channel: string }
    | { readonly kind: 'outside-down' | 'breaker-open'; readonly dependency: string }
    | { readonly kind: 'saturation'; readonly deployable: string };
}

/** How a change reaches everybody. */
export interface Rollout {
  readonly strategy: 'rolling' | 'blue-green' | 'canary';
  readonly flags: boolean;
  /** Shares of the traffic, the last being 100, and how long each is watched. */
  readonly stages: readonly { readonly percent: number; readonly minutes: number }[];
  readonly rollbackMinutes: number;
}

/** What the system does and promises. */
export interface Behavior {
  readonly capabilities: readonly Capability[];
  readonly apis: readonly Api[];
  readonly messages: readonly Message[];
  readonly flows: readonly Flow[];
  readonly identities: readonly Identity[];
  readonly policies: readonly Policy[];
  readonly rateLimits: readonly RateLimit[];
  readonly slos: readonly Slo[];
  readonly alerts: readonly Alert[];
  readonly rollout: Rollout;
}
