import type { Figure, World } from '#lab';
import { bufferBytes } from './sides.ts';

/** A node's name; nothing for whoever is not there. */
export type Whereabouts = readonly (string | undefined)[];

interface Word {
  readonly atMs: number;
  /** Members who were there, at another node than the speaker. */
  readonly elsewhere: ReadonlySet<string>;
  readonly shownTo: Set<string>;
}

const LATE_MS = 1_000;
/** The first connects of the day are nobody's fault. */
export const MORNING_MS = 4_000;

/** Who saw what, and what that took. */
export class Tally {
  readonly #world: World;
  readonly #members: readonly string[];
  readonly #words: Word[] = [];
  readonly #told = new Map<string, number>();
  readonly #connectsAtMs: number[] = [];
  #late = 0;
  #mostWaiting = 0;
  #waitsForBob = 0;
  ghostMs = 0;
  refused = 0;
  rooms = 0;
  repeats = 0;
  takenForGone = 0;

  constructor(world: World, members: readonly string[]) {
    this.#world = world;
    this.#members = members;
  }

  /** @returns number of the word */
  said(speaker: number, where: Whereabouts): number {
    const others = this.#members.filter((_, at) => {
      const node = where[at];
      return node !== undefined && node !== where[speaker];
    });
    const atMs = this.#world.clock.now();
    const elsewhere = new Set(others);
    this.#words.push({ atMs, elsewhere, shownTo: new Set() });
    return this.#words.length;
  }

  /** @param isAnew from the whole room, where most is known */
  show(member: string, word: number, isAnew = false): void {
    const entry = this.#words[word - 1];
    if (!entry) throw new RangeError(`no word ${word}`);
    const { shownTo, atMs } = entry;
    if (shownTo.has(member) && !isAnew)
      throw new Error(`word ${word} is shown twice`);
    if (shownTo.has(member)) return;
    shownTo.add(member);
    if (this.#world.clock.now() - atMs > LATE_MS) this.#late += 1;
  }

  connects(): void {
    this.#connectsAtMs.push(this.#world.clock.now());
  }

  /** The most for anybody counts, and Bob's is drawn. */
  waiting(member: string, bytes: number): void {
    this.#mostWaiting = Math.max(this.#mostWaiting, bytes);
    if (member === 'Bob') this.#waitsForBob = bytes;
  }

  sample(doorPerS: number): void {
    this.#tell('words not shown', this.#notShown.length);
    this.#tell('bytes that wait for Bob', this.#waitsForBob, {
      value: bufferBytes,
      label: `buffer of ${bufferBytes}`,
    });
    const now = this.#world.clock.now();
    this.#tell('connects in 1 s', this.#connectsBefore(now), {
      value: doorPerS,
      label: `the door takes ${doorPerS}`,
    });
  }

  /** Only what has changed. */
  #tell(
    series: string,
    value: number,
    limit?: { value: number; label: string },
  ): void {
    if (this.#told.get(series) === value) return;
    this.#told.set(series, value);
    this.#world.value(series, value, limit ? { limit } : {});
  }

  /** For each word and each member that lacks it: was it there? */
  get #notShown(): boolean[] {
    return this.#words.flatMap(({ elsewhere, shownTo }) =>
      this.#members
        .filter((member) => !shownTo.has(member))
        .map((member) => elsewhere.has(member)),
    );
  }

  #connectsBefore(atMs: number): number {
    return this.#connectsAtMs.filter(
      (at) => at > atMs - 1_000 && at <= atMs,
    ).length;
  }

  figures(): Figure[] {
    const missing = this.#notShown;
    const members = `${this.#members.length} members`;
    const all = this.#words.length * this.#members.length;
    const late = this.#connectsAtMs.filter(
      (at) => at > MORNING_MS,
    );
    const most = late.map((at) => this.#connectsBefore(at));
    const unseen = this.#words.filter(
      (w) => w.shownTo.size === 0,
    );
    const rows: [string, number, string][] = [
      ['never shown', missing.length, `of ${all}, to ${members}`],
      [
        'at the other node',
        missing.filter(Boolean).length,
        'of these: they were there',
      ],
      [
        'seen by nobody',
        unseen.length,
        `of ${this.#words.length} words`,
      ],
      ['ghost, in s', Math.round(this.ghostMs / 1000), 'Ann'],
      ['most waiting, in B', this.#mostWaiting, 'for one member'],
      ['most in 1 s', Math.max(0, ...most), 'after the morning'],
      ['refused', this.refused, 'at the door'],
      ['taken for gone', this.takenForGone, 'Ann was'],
      ['shown late', this.#late, 'the cost: by over 1 s'],
      ['sent again', this.repeats, 'the cost: told apart by id'],
      ['whole rooms', this.rooms, 'the cost: loaded anew'],
    ];
    return rows.map(([label, value, note]) => {
      const better = 'lower' as const;
      return { label, value, better, note };
    });
  }
}
