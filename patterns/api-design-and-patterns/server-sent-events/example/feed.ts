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
  /** Nothing is written until it drains. */
  full: boolean;
  /** A snapshot is on its way; nothing but heartbeats. */
  loading: boolean;
  open: boolean;
}

/**
 * One feed and all who read it. A stream has no queue: it has a
 * place in the log, and is written on when its sink has room.
 */
export class Feed {
  readonly #options: FeedOptions;
  readonly #streams = new Set<Stream>();
  #closed = false;
  /** What was written: at once, after a wait, and in whole. */
  readonly written = { live: 0, late: 0, snapshots: 0 };

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** How many read now; the gauge of the page. */
  get streams(): number {
    return this.#streams.size;
  }

  /**
   * @param lastEventId what the reader has; empty: nothing
   * @returns to be called when the reader is gone
   */
  join(sink: Sink, lastEventId: string): () => void {
    const retry = formatRetry(
      Math.round(this.#options.retryMs()),
    );
    const stream: Stream = {
      sink,
      cursor: lastEventId,
      full: false,
      loading: false,
      open: true,
    };
    this.#streams.add(stream);
    this.#write(stream, retry);
    if (this.#closed) this.#end(stream);
    else this.#advance(stream, 'late');
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
      if (!stream.full) this.#write(stream, HEARTBEAT);
  }

  /** Ends all streams; their readers come back, elsewhere. */
  close(): void {
    this.#closed = true;
    for (const stream of this.#streams) this.#end(stream);
  }

  #end(stream: Stream): void {
    this.#drop(stream);
    stream.sink.end();
  }

  #drop(stream: Stream): void {
    stream.open = false;
    this.#streams.delete(stream);
  }

  /** Writes what follows, until all is said or the sink is full. */
  #advance(stream: Stream, why: 'live' | 'late'): void {
    while (stream.open && !stream.full && !stream.loading) {
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
    stream.loading = true;
    const id = this.#options.log.head;
    try {
      const data = await this.#options.snapshot();
      if (!stream.open) return;
      stream.loading = false;
      // A heartbeat may have filled it. It is not kept for one
      // who is slow: after `drain` there is another.
      if (stream.full) return;
      stream.cursor = id;
      this.written.snapshots += 1;
      this.#write(
        stream,
        format({ id, event: 'snapshot', data }),
      );
      this.#advance(stream, 'late');
    } catch (error) {
      this.#end(stream); // its reader tries again
      this.#options.onError(error);
    }
  }

  #write(stream: Stream, text: string): void {
    if (stream.sink.write(text)) return;
    stream.full = true;
    stream.sink.once('drain', () => {
      stream.full = false;
      this.#advance(stream, 'late');
    });
  }
}
