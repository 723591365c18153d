import { NoSlotError, Service, Slots, type World } from '#lab';
import type { Seat } from './chat-node.ts';
import { Line } from './line.ts';
import type { Connection, Events } from './member.ts';
import type { Socket } from './room-log.ts';
import type { Tally, Whereabouts } from './tally.ts';

export interface Node {
  readonly size: number;
  join(socket: Socket, name: string): Seat;
}

export interface Speaker {
  say(text: string): void;
  run(signal: AbortSignal): Promise<unknown>;
}

/** What one member is given. */
export interface Place {
  readonly name: string;
  readonly open: (events: Events) => Promise<Connection>;
  readonly show: (text: string) => void;
  /** Everything that was said, from the database. */
  readonly loadRoom: (upTo: number) => void;
}

/** Nodes and members of one kind. */
export interface Side {
  readonly start: (name: string, day: AbortSignal) => Node;
  /** It is to go. @returns in how many ms its process ends */
  readonly end: (name: string) => number;
  readonly member: (place: Place) => Speaker;
  /** Everything that was said and taken. */
  readonly room: () => readonly string[];
  /** Words that came a second time. */
  readonly repeats: () => number;
  /** How often a member did not answer in time. */
  readonly takenForGone: () => number;
}

/** Checks who comes: two at once, 250 ms each. */
const DOOR = { size: 2, queue: 3, eachMs: 250 };
export const DOOR_PER_S = (DOOR.size * 1000) / DOOR.eachMs;

interface Seated {
  readonly line: Line;
  readonly node: string;
  mutedAtMs?: number;
}

export interface HallOptions {
  readonly world: World;
  readonly tally: Tally;
  /** How fast a member takes in what it is sent. */
  readonly bytesPerS: (member: string) => number;
}

/** A door, a load balancer, and who sits at which node. */
export class Hall {
  readonly #options: HallOptions;
  readonly #nodes = new Map<string, Node>();
  /** Where each member is, as it knows itself. */
  readonly #seats = new Map<string, Seated>();
  /** Connections that a node has, with a member or without. */
  readonly #open = new Set<Seated>();
  readonly #door: Service<string, void>;

  constructor(options: HallOptions) {
    this.#options = options;
    const { world } = options;
    const { clock } = world;
    const { size, queue, eachMs } = DOOR;
    this.#door = new Service<string, void>(world, {
      name: 'door',
      slots: new Slots({ clock, name: 'place', size, queue }),
      latencyMs: () => eachMs,
      handle: async () => {},
    });
  }

  start(name: string, node: Node): void {
    this.#nodes.set(name, node);
    const { world } = this.#options;
    world.state(`node ${name}`, 'up', 'normal');
  }

  /** @param endsInMs then what it still has is cut */
  takeDown(name: string, endsInMs: number): void {
    const { world } = this.#options;
    world.state(`node ${name}`, 'down', 'blocked');
    this.#nodes.delete(name);
    const its = [...this.#open].filter((s) => s.node === name);
    world.clock.setTimer(endsInMs, () => {
      for (const { line } of its) line.terminate();
    });
  }

  /** @throws NoSlotError where too many wait at the door */
  async open(
    member: string,
    events: Events,
  ): Promise<Connection> {
    const { world, tally } = this.#options;
    tally.connects();
    const call = { from: member, label: member };
    await this.#door.call('', call).catch((error: unknown) => {
      if (error instanceof NoSlotError) tally.refused += 1;
      world.noteOnce('the door refuses', 'refuses');
      throw error;
    });
    return this.#seat(member, events);
  }

  /** From now on nothing gets through, and nobody is told. */
  mute(member: string): void {
    const seated = this.#seats.get(member);
    if (!seated) return;
    const { world } = this.#options;
    seated.line.isMute = true;
    seated.mutedAtMs = world.clock.now();
    world.state(member, 'ghost', 'blocked');
  }

  whereabouts(members: readonly string[]): Whereabouts {
    return members.map((name) => {
      const seated = this.#seats.get(name);
      return seated?.line.isMute ? undefined : seated?.node;
    });
  }

  /** The day is over: whoever is still a ghost was one so long. */
  close(): void {
    for (const seated of this.#open) this.#countGhost(seated);
  }

  /** At the node with the fewest, as a load balancer does. */
  #seat(member: string, events: Events): Connection {
    const { world, tally, bytesPerS } = this.#options;
    const [first, ...others] = [...this.#nodes];
    if (!first) throw new Error('no node is up');
    const [node, least] = others.reduce(
      (best, one) => (one[1].size < best[1].size ? one : best),
      first,
    );
    const settings = {
      clock: world.clock,
      bytesPerS: () => bytesPerS(member),
      onWaiting: (bytes: number) => tally.waiting(member, bytes),
      onLeft: () => {
        this.#open.delete(seated);
        this.#countGhost(seated);
        this.#clear(member, seated);
      },
    };
    const line = new Line(settings, events);
    const seated: Seated = { line, node };
    this.#seats.set(member, seated);
    this.#open.add(seated);
    line.attach(least.join(line, member));
    return {
      send: (text) => line.say(text),
      drop: () => {
        this.#clear(member, seated);
        line.drop();
      },
    };
  }

  #clear(member: string, seated: Seated): void {
    if (this.#seats.get(member) === seated)
      this.#seats.delete(member);
  }

  #countGhost({ mutedAtMs }: Seated): void {
    const { world, tally } = this.#options;
    if (mutedAtMs !== undefined)
      tally.ghostMs += world.clock.now() - mutedAtMs;
  }
}
