import type { Clock } from '#lab';
import {
  BadMessageError,
  CLOSE,
  readFromMember,
} from './protocol.ts';
import { Delivery } from './room-log.ts';
import type { DeliveryOptions, Socket } from './room-log.ts';

export interface NodeOptions extends DeliveryOptions {
  readonly clock: Clock;
  /** Tells the other nodes to look; it may get lost. */
  readonly tellOthers: () => void;
  /** After so long without a word a member is gone. */
  readonly deadlineMs: number;
  /** Hears who did not answer, or too slowly. */
  readonly onGone: (name: string) => void;
  /** Patience with whoever was asked to close. */
  readonly closeMs: number;
}

interface Member {
  readonly name: string;
  readonly delivery: Delivery;
  /** Of its hello. */
  page: string;
  heardAtMs: number;
}

/** What whoever owns the connection tells the node of it. */
export interface Seat {
  /** @throws BadMessageError */
  hear(text: string): void;
  left(): void;
}

/**
 * One server of a chat. The log holds the truth; what nodes tell
 * each other is only that there is something to look at.
 */
export class ChatNode {
  readonly #options: NodeOptions;
  readonly #members = new Set<Member>();
  #drains = false;
  #onEmpty = (): void => {};

  constructor(options: NodeOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#members.size;
  }

  join(socket: Socket, name: string): Seat {
    const delivery = new Delivery(socket, this.#options);
    const heardAtMs = this.#options.clock.now();
    const member = { name, delivery, page: '', heardAtMs };
    this.#members.add(member);
    if (this.#drains) restart(member);
    return {
      hear: (text) => this.#hear(member, text),
      left: () => this.#forget(member),
    };
  }

  /** Another node has a message, or may have one. */
  look(): void {
    for (const { delivery } of this.#members) delivery.advance();
  }

  /** Every few seconds: who is there, and what was not told? */
  beat(): void {
    const { clock, deadlineMs, onGone } = this.#options;
    for (const member of this.#members) {
      const { name, delivery, heardAtMs } = member;
      if (clock.now() - heardAtMs > deadlineMs) {
        delivery.terminate();
        this.#forget(member);
        onGone(name);
      } else {
        delivery.advance();
        delivery.ping();
      }
    }
  }

  /** Beats until the signal. */
  async live(
    everyMs: number,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock } = this.#options;
    while (!signal.aborted) {
      await clock.sleep(everyMs, { signal }).catch(() => {});
      if (!signal.aborted) this.beat();
    }
  }

  /** A handshake was checked once; this ends what it allowed. */
  signOut(name: string): void {
    for (const member of this.#members)
      if (member.name === name)
        member.delivery.close(CLOSE.signedOut, 'signed out');
  }

  /** Sends all away, one after the other, and stays empty. */
  async drain(overMs: number): Promise<void> {
    this.#drains = true;
    const { clock, closeMs } = this.#options;
    const members = [...this.#members];
    for (const member of members) {
      restart(member);
      await clock.sleep(overMs / members.length);
    }
    if (this.size > 0) await this.#empty(closeMs);
    for (const { delivery } of this.#members)
      delivery.terminate();
  }

  /** Resolves when the last has left, or after so long. */
  async #empty(withinMs: number): Promise<void> {
    let stopWaiting = (): void => {};
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
      const { clock } = this.#options;
      stopWaiting = clock.setTimer(withinMs, resolve);
    });
    stopWaiting();
  }

  #hear(member: Member, text: string): void {
    const said = readFromMember(text);
    const { clock, log } = this.#options;
    const { delivery } = member;
    member.heardAtMs = clock.now();
    if (said.type === 'pong') return delivery.pong();
    if (said.type === 'hello') {
      member.page = said.page;
      return delivery.begin(said.after);
    }
    if (!delivery.hasBegun)
      throw new BadMessageError('no hello before it');
    const isNew = log.append(member, said.count, said.text);
    delivery.take(said.count);
    if (!isNew) return;
    this.#options.tellOthers();
    this.look();
  }

  #forget(member: Member): void {
    member.delivery.end();
    this.#members.delete(member);
    if (this.size === 0) this.#onEmpty();
  }
}

function restart({ delivery }: Member): void {
  delivery.close(CLOSE.restart, 'this node restarts');
}
