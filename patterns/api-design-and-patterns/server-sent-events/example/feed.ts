import {
  format,
  formatRetry,
  HEARTBEAT,
} from './event-stream.ts';
import type { ReplayLog } from './replay-log.ts';

/** Where a stream is written; a `ServerResponse` is one. */
export interface Sink {
  /** @returns false: full, write no more until `drain` */
  write(text: string): boolean;
  once(event: 'drain', go: () => void): unknown;
  end(): unknown;
}

export interface FeedOptions {
  /** Shared by all servers, or at least older than this one. */
  readonly log: ReplayLog;
  /** All there is, for whoever has missed too much. */
  readonly snapshot: () => Promise<string>;
  /** Drawn for each stream: browsers add no chance of theirs. */
  readonly retryMs: () => number;
  /** Hears why a snapshot could not be had. */
  readonly onError: (error: unknown) => void;
}

interface Stream {
  readonly sink: Sink;
  /** Id of the last event that was written. */
  cursor: string;
  /** Full, or waiting for a snapshot. */
  busy: boolean;
  open: boolean;
}

/**
 * One feed and all who read it. A stream has no queue: it has a
 * place in the log, and is written on when its sink has room.
 */
export class Feed {
  readonly #options: FeedOptions;
  readonly #streams = new Set<Stream>();
  /** What was written: at once, after a wait, and in whole. */
  readonly written = { live: 0, late: 0, snapshots: 0 };

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /**
   * @param lastEventId what the reader has; empty: nothing
   * @returns to be called when the reader is gone
   */
  join(sink: Sink, lastEventId: string): () => void {
    const cursor = lastEventId;
    const stream = { sink, cursor, busy: false, open: true };
    this.#streams.add(stream);
    const { retryMs } = this.#options;
    this.#write(stream, formatRetry(Math.round(retryMs())));
    this.#advance(stream, 'late');
    return () => this.#drop(stream);
  }

  publish(data: string): void {
    this.#options.log.add(data);
    for (const stream of this.#streams)
      this.#advance(stream, 'live');
  }

  /** To be called more often than a proxy's patience lasts. */
  beat(): void {
    for (const stream of this.#streams)
      if (!stream.busy) this.#write(stream, HEARTBEAT);
  }

  /** Ends all streams; their readers come back, elsewhere. */
  close(): void {
    for (const stream of this.#streams) {
      this.#drop(stream);
      stream.sink.end();
    }
  }

  #drop(stream: Stream): void {
    stream.open = false;
    this.#streams.delete(stream);
  }

  /** Writes what follows, until all is said or the sink is full. */
  #advance(stream: Stream, why: 'live' | 'late'): void {
    while (stream.open && !stream.busy) {
      const next = this.#options.log.after(stream.cursor);
      if (next === 'latest') return;
      if (next === 'gone') return void this.#catchUp(stream);
      stream.cursor = next.id;
      this.written[why] += 1;
      this.#write(stream, format(next));
    }
  }

  /** The place is taken first: what comes meanwhile comes twice. */
  async #catchUp(stream: Stream): Promise<void> {
    stream.busy = true;
    const id = this.#options.log.head;
    try {
      const data = await this.#options.snapshot();
      if (!stream.open) return;
      stream.busy = false;
      stream.cursor = id;
      this.written.snapshots += 1;
      this.#write(
        stream,
        format({ id, event: 'snapshot', data }),
      );
      this.#advance(stream, 'late');
    } catch (error) {
      this.#drop(stream);
      stream.sink.end(); // its reader tries again
      this.#options.onError(error);
    }
  }

  #write(stream: Stream, text: string): void {
    if (stream.sink.write(text)) return;
    stream.busy = true;
    stream.sink.once('drain', () => {
      stream.busy = false;
      this.#advance(stream, 'late');
    });
  }
}
