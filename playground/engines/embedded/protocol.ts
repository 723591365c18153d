import type { Fault, Limits, OutputChunk, Project } from '../../engine/contract.ts';

/**
 * What page, frame and worker say to each other. Everything is a string; whoever receives one
 * rebuilds it and trusts nothing in it.
 *
 *     page ── port ── frame ── Worker
 *
 * The frame passes the worker's texts on, marked, and reads none of them but the answer to its own
 * ping: parsing happens once, at the page.
 */

/** First word of the frame to the page; the answer carries the port. */
export const helloText = 'backend-architect:hello';
export const portText = 'backend-architect:port';

/** Mark before a text that the worker wrote; without it the frame itself speaks. */
export const fromWorker = 'worker:';

/** A worker's first word: it can take a job. */
export const readyText = '{"type":"ready"}';

/** Ping and pong carry an unguessable id, so that a thread that never listens cannot answer. */
export const pingText = (id: string): string => `{"type":"ping","id":"${id}"}`;
export const pongText = (id: string): string => `{"type":"pong","id":"${id}"}`;

/**
 * The engine itself is about to hold the thread, and has done so. The frame reads these two and
 * passes them on to nobody.
 */
export const laborText = '{"type":"labor"}';
export const restText = '{"type":"rest"}';

/** A project as the worker gets it: one text a file, what runs. */
export interface Job extends Pick<Project, 'files' | 'entry' | 'mode' | 'env'> {
  readonly packages: Readonly<Record<string, string>>;
  /** Names of all the packages that a program may import, fetched or not. */
  readonly offered: readonly string[];
  /** The files with their types, for a program that can read files; else empty. */
  readonly disk: Readonly<Record<string, string>>;
  readonly limits: Limits;
}

/**
 * Files that packages need, compressed, by name. They go from the page to the worker as they are, the
 * only message that is no string; the other way there is none.
 */
export type Assets = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

/** How the frame hands them to the worker. */
export interface Handed {
  readonly type: 'assets';
  readonly assets: Assets;
}

/** What the page wants of a server in the program. */
export type ToVisitor =
  | {
      readonly type: 'request';
      readonly id: number;
      readonly port: number;
      readonly method: string;
      /** Path and query. */
      readonly path: string;
      readonly headers: readonly (readonly [string, string])[];
      /** As base64. */
      readonly body: string;
    }
  | { readonly type: 'abort'; readonly id: number };

/** What servers in the program say to the page. `id` is the request's. */
export type FromVisitor =
  | { readonly type: 'ports'; readonly ports: readonly number[] }
  | {
      readonly type: 'answer';
      readonly id: number;
      readonly status: number;
      readonly statusText: string;
      readonly headers: readonly (readonly [string, string])[];
    }
  /** A piece of the answer's body, as base64. */
  | { readonly type: 'body'; readonly id: number; readonly data: string }
  | { readonly type: 'answered'; readonly id: number }
  | { readonly type: 'unanswered'; readonly id: number; readonly message: string };

/** From the page to the frame. */
export type ToFrame =
  | { readonly type: 'boot'; readonly worker: string }
  | { readonly type: 'run'; readonly job: Job }
  | { readonly type: 'visit'; readonly visit: ToVisitor }
  | { readonly type: 'ping' };

/** Why the frame gave its worker up. */
export const lostReasons = ['silent', 'flood', 'bad-message', 'broken'] as const;
export type LostReason = (typeof lostReasons)[number];

/** From the frame itself to the page. */
export type FromFrame =
  | { readonly type: 'ready' }
  | { readonly type: 'pong' }
  | { readonly type: 'lost'; readonly reason: LostReason };

/** From the worker to the page. */
export type FromWorker =
  | FromVisitor
  | { readonly type: 'said'; readonly items: readonly OutputChunk[] }
  | { readonly type: 'traced'; readonly events: readonly unknown[] }
  /** The program has a module that does not parse; the browser says what, not where. */
  | { readonly type: 'unparsed'; readonly message: string }
  | {
      readonly type: 'end';
      readonly reason: 'exit' | 'output-limit';
      readonly code: number;
      readonly traceCut?: number;
      readonly fault?: Fault;
    };

/**
 * How long the worker's thread may be busy. A reader waits two seconds at most for the end of an
 * endless loop, and the start and the kill take some of it; an honest step of a second is allowed.
 */
export const silenceMs = 1000;
/**
 * How long the engine's own work may hold the thread between two answers to a ping: a database
 * starts in 4.5 s on two cores, and in several times that on a phone or a busy machine.
 */
export const laborMs = 30_000;
/** Between two pings. Short against the silence, and nothing for the two threads. */
export const pingMs = 100;

/** The page's patience with the frame, which only relays: long, since a busy machine stalls it. */
export const frameSilenceMs = 2500;
export const framePingMs = 500;

/** Frame, worker and port must stand by then; a slow phone takes one second. */
export const startMs = 10_000;

/**
 * How fast the worker sends, in messages and in characters. 16 ms is a picture of the screen:
 * more often shows nothing new.
 */
export const sendEveryMs = 16;
/** Above this a text is sent at once, so that a loop that never yields shows its output. */
export const largeChunk = 32 << 10;
/** Characters that one message of the worker holds at most, before JSON's escapes. */
export const messageChars = 128 << 10;
export const sendRate = { messages: 120, chars: 4 << 20 };

/**
 * What frame and page bear before they call it a flood: a good deal more than the worker's rate,
 * and a burst, since a thread that was busy finds the messages of that time all at once.
 */
export const floodRate = { messages: 300, chars: 12 << 20 };
export const floodBurst = { messages: 1200, chars: 32 << 20 };

/** A message of the worker is `messageChars` long and JSON makes six characters of one at worst. */
export const longestMessage = 6 * messageChars + (64 << 10);

/** Bounds of a request and of its answer: far above what an example sends, nothing for a page. */
export const longestBody = 1 << 20;
export const mostHeaders = 64;
export const longestHeader = 8 << 10;
/** Ports that a program may listen at; an example has three at most. */
export const mostPorts = 100;

/** Characters of what is said of a fault: a line or two at its place in the editor. */
export const longestFault = 300;

/** Characters of one trace event as JSON; the longest label of an example is some 60. */
export const traceEventChars = 2000;
