import type { Clock } from '#lab';
import { CLOSE, nextAfter } from './protocol.ts';
import type {
  FromMember,
  FromNode,
  Message,
  Next,
} from './protocol.ts';

/** One connection as a member has it. */
export interface Connection {
  send(text: string): void;
  /** Lets go at once: a dead one would never say "closed". */
  drop(): void;
}

export interface Events {
  onText(text: string): void;
  onClose(code: number): void;
}

/** There is no ticket to be had: the session is over. */
export class NoSessionError extends Error {
  override readonly name = 'NoSessionError';
}

export interface MemberOptions {
  readonly clock: Clock;
  /** Drawn at random when the page loads. */
  readonly page: string;
  /**
   * With a new ticket. Rejects with NoSessionError where there
   * is none, or with anything where nobody answered.
   */
  readonly open: (events: Events) => Promise<Connection>;
  /** @param failures tries since the last that succeeded */
  readonly waitMs: (failures: number) => number;
  /** After so long without a word it lets go. */
  readonly silenceMs: number;
  readonly onMessage: (message: Message) => void;
  /** Too much was missed: load all there is, up to this. */
  readonly onReload: (seq: number) => void;
}

/** One member of the chat, over as many connections as it takes. */
export class Member {
  readonly #options: MemberOptions;
  /** Said, and not known to be in the log; by count. */
  readonly #outbox = new Map<number, string>();
  #connection: Connection | undefined;
  #seq = 0;
  #said = 0;

  constructor(options: MemberOptions) {
    this.#options = options;
  }

  /** Kept until it is in the log, and repeated until then. */
  say(text: string): void {
    const count = (this.#said += 1);
    this.#outbox.set(count, text);
    this.#send({ type: 'say', count, text });
  }

  /**
   * Stays connected.
   *
   * @returns why it stopped; `sign in`: with a new ticket, again
   * @throws the signal's reason
   */
  async run(signal: AbortSignal): Promise<Next> {
    const { clock, waitMs } = this.#options;
    for (let failures = 0; ; failures++) {
      signal.throwIfAborted();
      const code = await this.#live(signal);
      signal.throwIfAborted();
      if (code !== undefined) {
        const next = nextAfter(code);
        if (next !== 'come back') return next;
        failures = 0;
      }
      await clock.sleep(waitMs(failures), { signal });
    }
  }

  /** One connection. @returns its close code, if it was open */
  async #live(signal: AbortSignal): Promise<number | undefined> {
    const { clock, silenceMs } = this.#options;
    const over = Promise.withResolvers<number>();
    const hangUp = (): void => over.resolve(CLOSE.lost);
    let isOver = false;
    let calmDown = (): void => {};
    const watch = (): void => {
      calmDown();
      calmDown = clock.setTimer(silenceMs, hangUp);
    };
    const onText = (text: string): void => {
      if (isOver) return; // let go of, and still talking
      watch();
      this.#hear(text);
    };
    signal.addEventListener('abort', hangUp, { once: true });
    try {
      const events = { onText, onClose: over.resolve };
      const reached = await this.#reach(events);
      if (typeof reached !== 'object') return reached;
      this.#connection = reached;
      watch();
      this.#greet();
      return await over.promise;
    } finally {
      isOver = true;
      calmDown();
      signal.removeEventListener('abort', hangUp);
      this.#connection?.drop();
      this.#connection = undefined;
    }
  }

  /** @returns as if closed so, where nobody is reached */
  async #reach(
    events: Events,
  ): Promise<Connection | number | undefined> {
    try {
      return await this.#options.open(events);
    } catch (error) {
      const isOut = error instanceof NoSessionError;
      return isOut ? CLOSE.signedOut : undefined;
    }
  }

  #greet(): void {
    const { page } = this.#options;
    this.#send({ type: 'hello', page, after: this.#seq });
    for (const [count, text] of this.#outbox)
      this.#send({ type: 'say', count, text });
  }

  #hear(text: string): void {
    const told: FromNode = JSON.parse(text);
    if (told.type === 'ping') this.#send({ type: 'pong' });
    else if (told.type === 'taken') this.#forget(told.count);
    else if (told.type === 'reload') {
      this.#seq = told.seq;
      this.#options.onReload(told.seq);
    } else
      for (const message of told.messages) {
        this.#seq = message.seq;
        this.#options.onMessage(message);
      }
  }

  #forget(upTo: number): void {
    for (const count of this.#outbox.keys())
      if (count <= upTo) this.#outbox.delete(count);
  }

  #send(message: FromMember): void {
    this.#connection?.send(JSON.stringify(message));
  }
}
