import type { Assets } from '../protocol.ts';

/**
 * What a thread knows that another thread of the program started: a Worker inside the Worker. It
 * runs the same program as the first one, and the thread that made it stands in the frame's place.
 */
export interface ThreadStart {
  readonly type: 'thread';
  /** From 1; the first thread is 0. */
  readonly id: number;
  readonly name: string;
  readonly workerData: unknown;
  readonly argv: readonly string[];
  /** Files that packages need, as the first thread got them. */
  readonly assets: Assets;
  readonly environmentData: ReadonlyMap<unknown, unknown>;
  /** `parentPort`. */
  readonly port: MessagePort;
  /** Tells the other thread how it goes. */
  readonly control: MessagePort;
}

/** What a thread tells of itself, besides what it prints. */
export type ThreadNews =
  | { readonly type: 'online' }
  /** What nobody caught; `fields` are those of an error that a copy of it loses. */
  | { readonly type: 'error'; readonly error: unknown; readonly fields: object };

/** A Worker of the browser, as the program's own thread drives it. */
export interface NativeThread {
  /** Has `take` called with all that the thread sends. */
  listen(take: (data: unknown) => void): void;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  terminate(): void;
}

/** A BroadcastChannel of the browser. */
export interface NativeChannel {
  /** Has `take` called with all that others send. */
  listen(take: (data: unknown) => void): void;
  postMessage(message: unknown): void;
  close(): void;
}

/** Tells of an error that nobody caught. What cannot be copied is told by its text. */
export function tellError({ control }: ThreadStart, error: unknown): void {
  const names = error instanceof Error ? Object.keys(error) : [];
  const fields = Object.fromEntries(names.map((name) => [name, Reflect.get(Object(error), name)]));
  const news: ThreadNews = { type: 'error', error, fields };
  try {
    control.postMessage(news);
  } catch {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    control.postMessage({ type: 'error', error: new Error(text), fields: {} });
  }
}
