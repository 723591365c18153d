import type { Clock, World } from '#lab';
import type { Seat } from './chat-node.ts';
import type { Socket } from './delivery.ts';
import type { Connection, Events } from './member.ts';
import type { Side } from './side.ts';

/** A node as in a tutorial: each word to whoever is here. */
export class PlainNode {
  readonly #sockets = new Set<Socket>();

  get size(): number {
    return this.#sockets.size;
  }

  join(socket: Socket): Seat {
    this.#sockets.add(socket);
    return {
      hear: (text) => {
        for (const one of this.#sockets) one.send(text, () => {});
      },
      left: () => void this.#sockets.delete(socket),
    };
  }
}

export interface PlainOptions {
  readonly clock: Clock;
  readonly name: string;
  readonly open: (events: Events) => Promise<Connection>;
  readonly show: (text: string) => void;
}

/** Comes back a second after `onclose`, until it is let in. */
export class PlainMember {
  readonly #options: PlainOptions;
  #connection: Connection | undefined;

  constructor(options: PlainOptions) {
    this.#options = options;
  }

  /** Into nothing, where there is no connection. */
  say(text: string): void {
    const { name } = this.#options;
    this.#connection?.send(JSON.stringify({ from: name, text }));
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#live(signal);
      await this.#options.clock.sleep(1_000, { signal });
    }
  }

  async #live(signal: AbortSignal): Promise<void> {
    const { open, show } = this.#options;
    let over = (): void => {};
    const ended = new Promise<void>((resolve) => {
      over = resolve;
    });
    signal.addEventListener('abort', over, { once: true });
    const onText = (json: string): void =>
      show(JSON.parse(json).text);
    const opening = open({ onText, onClose: over });
    this.#connection = await opening.catch(() => undefined);
    if (this.#connection) await ended;
    signal.removeEventListener('abort', over);
    this.#connection?.drop();
    this.#connection = undefined;
  }
}

/** The baseline. */
export function plain({ clock }: World): Side {
  return {
    start: () => new PlainNode(),
    end: () => 0,
    room: () => [],
    repeats: () => 0,
    takenForGone: () => 0,
    member: ({ name, open, show }) =>
      new PlainMember({ clock, name, open, show }),
  };
}
