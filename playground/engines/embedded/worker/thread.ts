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

/** The part of a Worker that is used here; the browser's own type is one of windows. */
export interface NativeThread {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  terminate(): void;
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
