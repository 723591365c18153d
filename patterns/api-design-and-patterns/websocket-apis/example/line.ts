import type { Clock } from '#lab';
import type { Seat } from './chat-node.ts';
import type { Socket } from './room-log.ts';
import { CLOSE } from './protocol.ts';
import type { Events } from './member.ts';

const ON_ITS_WAY_MS = 20;

export interface LineOptions {
  readonly clock: Clock;
  /** How fast a member takes in what it is sent. */
  readonly bytesPerS: () => number;
  readonly onWaiting: (bytes: number) => void;
  /** The node is rid of it. */
  readonly onLeft: () => void;
}

interface Frame {
  readonly bytes: number;
  readonly arrive: () => void;
  readonly written: () => void;
}

/** One WebSocket, from a node to a member, in virtual time. */
export class Line implements Socket {
  readonly #options: LineOptions;
  readonly #events: Events;
  readonly #queue: Frame[] = [];
  #seat: Seat | undefined;
  #waiting = 0;
  #isWriting = false;
  #hasLeft = false;
  /** A firewall forgot it: nothing arrives, nobody is told. */
  isMute = false;

  constructor(options: LineOptions, events: Events) {
    this.#options = options;
    this.#events = events;
  }

  attach(seat: Seat): void {
    this.#seat = seat;
  }

  get bufferedAmount(): number {
    return this.#waiting;
  }

  // what a node does

  send(text: string, written: () => void = () => {}): void {
    if (this.#hasLeft) return;
    const arrive = (): void => this.#events.onText(text);
    const bytes = Buffer.byteLength(text);
    this.#write({ bytes, arrive, written });
  }

  close(code: number): void {
    const arrive = (): void => {
      this.#events.onClose(code);
      this.#leave();
    };
    this.#write({ bytes: 4, arrive, written: () => {} });
  }

  terminate(): void {
    if (this.#hasLeft) return;
    this.#after(() => this.#events.onClose(CLOSE.lost));
    this.#leave();
  }

  // what a member does

  say(text: string): void {
    this.#after(() => {
      if (!this.#hasLeft) this.#seat?.hear(text);
    });
  }

  drop(): void {
    this.#after(() => this.#leave());
  }

  #write(frame: Frame): void {
    this.#queue.push(frame);
    this.#wait(frame.bytes);
    if (!this.#isWriting) this.#writeNext();
  }

  #writeNext(): void {
    const frame = this.#queue[0];
    this.#isWriting = frame !== undefined;
    if (!frame) return;
    // What is mute is taken by the kernel, as ever.
    const { clock, bytesPerS } = this.#options;
    const tookMs = (frame.bytes / bytesPerS()) * 1000;
    clock.setTimer(tookMs, () => {
      if (this.#hasLeft) return;
      this.#queue.shift();
      this.#wait(-frame.bytes);
      this.#after(frame.arrive);
      frame.written();
      this.#writeNext();
    });
  }

  #wait(bytes: number): void {
    this.#waiting += bytes;
    this.#options.onWaiting(this.#waiting);
  }

  /** Gets through to the other end, if anything does. */
  #after(arrive: () => void): void {
    if (this.isMute) return;
    this.#options.clock.setTimer(ON_ITS_WAY_MS, () => {
      if (!this.isMute) arrive();
    });
  }

  #leave(): void {
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    this.#wait(-this.#waiting);
    this.#queue.length = 0;
    this.#seat?.left();
    this.#options.onLeft();
  }
}
