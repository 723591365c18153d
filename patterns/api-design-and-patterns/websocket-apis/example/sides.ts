import { knob, Network, type Clock, type World } from '#lab';
import { ChatNode, type Seat } from './chat-node.ts';
import type { Side } from './hall.ts';
import { Member } from './member.ts';
import type { Connection, Events } from './member.ts';
import { RoomLog } from './room-log.ts';
import type { Sender, Socket } from './room-log.ts';

const whole = { whole: true } as const;
const beatS = knob('BEAT_S', 2, 's', { min: 0.5, max: 6 });
const keep = knob('KEEP', 60, '', { min: 5, max: 120, ...whole });
export const bufferBytes = knob('BUFFER_B', 150, 'B', {
  min: 100,
  max: 2_000,
});
const spreadS = knob('SPREAD_S', 3, 's', { min: 0, max: 8 });
const hintsLostPct = knob('HINTS_LOST_PCT', 10, '%', {
  min: 0,
  max: 100,
});
const crash = knob('CRASH', 0, '', { min: 0, max: 1, ...whole });

const DRAIN_MS = 1_500;
const CLOSE_MS = 500;
const BEATS_OF_PATIENCE = 3;

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

/** All that was said, as a database has it. */
class Room extends RoomLog {
  readonly texts: string[] = [];
  repeats = 0;

  override append(from: Sender, count: number, text: string) {
    const isNew = super.append(from, count, text);
    if (isNew) this.texts.push(text);
    else this.repeats += 1;
    return isNew;
  }
}

interface Running {
  readonly node: ChatNode;
  readonly end: AbortController;
}

/** The pattern. */
export function resumable(world: World): Side {
  const { clock, random } = world;
  const dice = random.fork('waits');
  const lots = random.fork('hints');
  const room = new Room({ keep, keepPages: 1_000 });
  const running = new Map<string, Running>();
  let takenForGone = 0;
  const patienceMs = beatS * 1000 * BEATS_OF_PATIENCE;
  const broker = new Network(world, {
    delayMs: () => 5,
    loses: () => lots.chance(hintsLostPct / 100),
  });
  const tell = (from: string): void => {
    for (const [to, { node }] of running)
      if (to !== from)
        broker.send({ from, to }, () => node.look());
  };
  return {
    room: () => room.texts,
    repeats: () => room.repeats,
    takenForGone: () => takenForGone,
    start: (name, day) => {
      const node = new ChatNode({
        clock,
        log: room,
        tellOthers: () => tell(name),
        deadlineMs: patienceMs,
        bufferBytes,
        closeMs: CLOSE_MS,
        onGone: (who) => {
          takenForGone += 1;
          world.noteOnce(`${who} is taken for gone`);
        },
      });
      const end = new AbortController();
      running.set(name, { node, end });
      const until = AbortSignal.any([day, end.signal]);
      void node.live(beatS * 1000, until);
      return node;
    },
    end: (name) => {
      const process = running.get(name);
      if (!process) return 0;
      const stop = (): void => {
        process.end.abort();
        if (running.get(name) === process) running.delete(name);
      };
      if (crash === 1) stop();
      else void process.node.drain(DRAIN_MS).then(stop);
      return crash === 1 ? 0 : DRAIN_MS + CLOSE_MS;
    },
    member: ({ name, open, show, loadRoom }) =>
      new Member({
        clock,
        page: name,
        open,
        silenceMs: patienceMs,
        waitMs: (failures) => {
          const mostMs = spreadS * 1000 * 2 ** failures;
          const leastMs = failures > 0 ? 250 : 0;
          return leastMs + dice.next() * Math.min(mostMs, 30_000);
        },
        onMessage: ({ text }) => show(text),
        onReload: loadRoom,
      }),
  };
}
