import {
  arrivals,
  compare,
  Service,
  spread,
  type World,
} from '#lab';
import { knock } from './handshakes.ts';
import { DOOR_PER_S, Hall } from './hall.ts';
import type { Place, Side, Speaker } from './hall.ts';
import { plain, resumable } from './sides.ts';
import { MORNING_MS, Tally } from './tally.ts';

const RUN_MS = 40_000;
const OTHERS = Array.from(
  { length: 22 },
  (_, n) => `member ${n}`,
);
const MEMBERS = ['Ann', 'Bob', ...OTHERS];
const OPENS_EVERY_MS = 160;
const WORD_EVERY_MS = 250;
const LAST_WORD_MS = 36_000;
const SAMPLE_MS = 250;
const FORGOTTEN_MS = 6_000; // a firewall, of Ann's connection
const SLOW = { fromMs: 8_000, toMs: 20_000, bytesPerS: 100 };
const BYTES_PER_S = 10_000;
const DEPLOY = { fromMs: 22_000, toMs: 24_000 };

/** Two nodes, the members of a room, and what befalls them. */
class Town {
  readonly #world: World;
  readonly #side: Side;
  readonly #tally: Tally;
  readonly #hall: Hall;
  readonly #database: Service<string, void>;
  readonly #day = new AbortController();

  constructor(world: World, side: (world: World) => Side) {
    this.#world = world;
    this.#side = side(world);
    const { clock } = world;
    this.#tally = new Tally(world, MEMBERS);
    this.#hall = new Hall({
      world,
      tally: this.#tally,
      bytesPerS: (member) =>
        member === 'Bob' && isSlow(clock.now())
          ? SLOW.bytesPerS
          : BYTES_PER_S,
    });
    this.#database = new Service<string, void>(world, {
      name: 'whole room',
      latencyMs: () => 60,
      handle: async () => {},
    });
  }

  /** @returns when the day is over */
  async live(): Promise<Tally> {
    const { clock, random } = this.#world;
    const speakers = MEMBERS.map((name) =>
      this.#side.member(this.#place(name)),
    );
    for (const name of ['A', 'B']) this.#start(name);
    const who = random.fork('speakers');
    const say = (at: number): void => {
      const where = this.#hall.whereabouts(MEMBERS);
      const word = this.#tally.said(at, where);
      speakers[at]?.say(`word ${word} ${'.'.repeat(60)}`);
    };
    // Ann's last word gets through, the answer to it does not.
    clock.setTimer(FORGOTTEN_MS - 30, () => say(0));
    this.#befall();
    clock.setTimer(RUN_MS, () => this.#day.abort());
    await Promise.all([
      arrivals(clock, this.#times('openings'), (n) =>
        this.#run(speakers[n - 1]),
      ),
      arrivals(clock, this.#times('words'), async () =>
        say(Math.floor(who.next() * MEMBERS.length)),
      ),
      this.#sample(),
    ]);
    this.#hall.close();
    this.#tally.repeats = this.#side.repeats();
    this.#tally.takenForGone = this.#side.takenForGone();
    return this.#tally;
  }

  async #run(speaker: Speaker | undefined): Promise<void> {
    try {
      await speaker?.run(this.#day.signal);
    } catch (error) {
      if (!this.#day.signal.aborted) throw error;
    }
  }

  #start(name: string): void {
    const { signal } = this.#day;
    this.#hall.start(name, this.#side.start(name, signal));
  }

  /** Words are said from the moment at which all are there. */
  #times(what: 'openings' | 'words'): number[] {
    const dice = this.#world.random.fork(what);
    const within = [0, 1] as const;
    if (what === 'openings') {
      const count = MEMBERS.length;
      const everyMs = OPENS_EVERY_MS;
      return spread(dice, { count, everyMs, within });
    }
    const everyMs = WORD_EVERY_MS;
    const count = (LAST_WORD_MS - MORNING_MS) / everyMs;
    const moments = spread(dice, { count, everyMs, within });
    return moments.map((at) => at + MORNING_MS);
  }

  async #sample(): Promise<void> {
    const { clock } = this.#world;
    while (!this.#day.signal.aborted) {
      this.#tally.sample(DOOR_PER_S);
      await clock.sleep(SAMPLE_MS);
    }
  }

  #place(name: string): Place {
    const show = (text: string, isAnew = false): void =>
      this.#tally.show(name, wordIn(text), isAnew);
    const load = async (upTo: number): Promise<void> => {
      this.#tally.rooms += 1;
      this.#world.noteOnce(`${name} loads the whole room`);
      await this.#database.call('', { from: name, label: name });
      const known = this.#side.room().slice(0, upTo);
      for (const text of known) show(text, true);
    };
    return {
      name,
      show: (text) => show(text),
      loadRoom: (upTo) => void load(upTo),
      open: async (events) => {
        const connection = await this.#hall.open(name, events);
        if (name === 'Ann') this.#tellAnn();
        return connection;
      },
    };
  }

  #tellAnn(): void {
    if (this.#world.clock.now() > FORGOTTEN_MS)
      this.#world.noteOnce('Ann is back');
    this.#world.state('Ann', 'here', 'normal');
  }

  #befall(): void {
    const { clock } = this.#world;
    const { fromMs, toMs } = DEPLOY;
    this.#world.span('deploy', fromMs, toMs);
    clock.setTimer(FORGOTTEN_MS, () => {
      this.#world.note('a firewall forgets Ann');
      this.#hall.mute('Ann');
    });
    clock.setTimer(SLOW.fromMs, () =>
      this.#world.note('Bob is on a slow line'),
    );
    clock.setTimer(SLOW.toMs, () =>
      this.#world.note('his line is quick again'),
    );
    clock.setTimer(fromMs, () => {
      this.#world.note('deploy: node A goes');
      this.#hall.takeDown('A', this.#side.end('A'));
    });
    clock.setTimer(toMs, () => {
      this.#world.note('node A is up again');
      this.#start('A');
    });
  }
}

function isSlow(atMs: number): boolean {
  return atMs >= SLOW.fromMs && atMs < SLOW.toMs;
}

function wordIn(text: string): number {
  return Number(text.split(' ')[1]);
}

console.log('Over real sockets, with ws');
await knock((line) => console.log(line));
console.log('');

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'Plain, as in a tutorial',
    heading: 'plain',
    play: async (world) =>
      (await new Town(world, plain).live()).figures(),
  },
  pattern: {
    title: 'Beats, a log, hints, a drain',
    heading: 'resumable',
    play: async (world) =>
      (await new Town(world, resumable).live()).figures(),
  },
});
