import type { Clock } from '#lab';
import { EventStreamParser } from './event-stream.ts';
import type { Message } from './event-stream.ts';

/** What a `Response` of fetch has, and a test can make. */
export interface Answer {
  readonly status: number;
  /** Its `Content-Type`. */
  readonly type: string;
  readonly body: ReadableStream<Uint8Array> | null;
}

export interface ReaderOptions {
  readonly clock: Clock;
  /** Rejects where no answer came. */
  readonly open: (
    lastEventId: string,
    signal: AbortSignal,
  ) => Promise<Answer>;
  readonly onMessage: (message: Message) => void;
  readonly onOpen?: (isOpen: boolean) => void;
  /** Until the sender asks for another. */
  readonly retryMs: number;
  /** @param failures tries since it was last open */
  readonly waitMs: (retryMs: number, failures: number) => number;
  /** After so long without a byte it is dead; default: never. */
  readonly silenceMs?: number;
  /** Whether to come back after an answer other than 200. */
  readonly tryAgain: (status: number) => boolean;
}

/** As browsers do: HTML, 9.2.3. Any answer but 200 is the end. */
export const AS_EVENT_SOURCE = {
  retryMs: 3_000, // Chromium
  waitMs: (retryMs: number) => retryMs,
  tryAgain: () => false,
};

/** 204 still ends it, and so does 403. */
export const PATIENT = {
  retryMs: 3_000,
  waitMs: (retryMs: number, failures: number) =>
    Math.min(retryMs * 2 ** failures, 60_000),
  tryAgain: (status: number) => status >= 500 || status === 429,
};

/**
 * Reads a feed, and comes back with the last id when it ends.
 *
 * @returns the status that ended it for good
 * @throws the signal's reason, what `onMessage` throws, and a
 *   RangeError where an event is too long
 */
export async function readFeed(
  options: ReaderOptions,
  signal: AbortSignal,
): Promise<number> {
  const { clock, open, waitMs, tryAgain } = options;
  let { retryMs } = options;
  let lastEventId = '';
  for (let failures = 0; ; failures++) {
    signal.throwIfAborted();
    const answer = await open(lastEventId, signal).catch(
      () => undefined,
    );
    if (answer?.body && isFeed(answer)) {
      const parser = new EventStreamParser(lastEventId);
      await readBody(answer.body, { ...options, parser }, signal);
      lastEventId = parser.lastEventId;
      retryMs = parser.retryMs ?? retryMs;
      failures = 0;
    } else if (answer) {
      // Its body may be broken; the status is what counts.
      await answer.body?.cancel().catch(() => undefined);
      if (!tryAgain(answer.status)) return answer.status;
    }
    await clock.sleep(waitMs(retryMs, failures), { signal });
  }
}

function isFeed({ status, type }: Answer): boolean {
  return status === 200 && /^text\/event-stream\b/i.test(type);
}

/** Ends with the body, a broken connection, silence or signal. */
async function readBody(
  body: ReadableStream<Uint8Array>,
  {
    parser,
    clock,
    onMessage,
    onOpen,
    silenceMs,
  }: ReaderOptions & { parser: EventStreamParser },
  signal: AbortSignal,
): Promise<void> {
  const reader = body.getReader();
  const hangUp = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', hangUp, { once: true });
  if (signal.aborted) hangUp(); // while the answer was on its way
  let calmDown = (): void => {};
  const watch = (): void => {
    calmDown();
    if (silenceMs) calmDown = clock.setTimer(silenceMs, hangUp);
  };
  onOpen?.(true);
  try {
    for (;;) {
      watch();
      const { value } = await reader.read().catch(() => ENDED);
      if (!value || signal.aborted) return;
      parser.push(value).forEach(onMessage);
    }
  } finally {
    calmDown();
    signal.removeEventListener('abort', hangUp);
    hangUp();
    onOpen?.(false);
  }
}

const ENDED = { value: undefined };
