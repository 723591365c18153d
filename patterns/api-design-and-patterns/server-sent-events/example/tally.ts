import type { Figure, ValueEvent, World } from '#lab';
import type { Message } from './event-stream.ts';

type More = Pick<ValueEvent, 'limit'>;

/** The first connects of the day are nobody's fault. */
const MORNING_MS = 5_000;

/** Which tablet shows which order, and what that took. */
export class Tally {
  readonly #world: World;
  readonly #shown: ReadonlySet<string>[];
  readonly #listed = new Set<number>();
  readonly #open = new Set<number>();
  readonly #connectsAtMs: number[] = [];
  readonly #told = new Map<string, number>();
  #off = 0;
  #mostWaiting = 0;
  orders = 0;
  lists = 0;

  constructor(world: World, tablets: number) {
    this.#world = world;
    this.#shown = Array.from(
      { length: tablets },
      () => new Set(),
    );
  }

  show(
    tablet: number,
    { event, data }: Pick<Message, 'event' | 'data'>,
  ): void {
    const orders: string[] =
      event === 'snapshot' ? JSON.parse(data) : [data];
    if (event === 'snapshot') this.#tellAnew(tablet);
    const before = this.#shown[tablet - 1] ?? [];
    this.#shown[tablet - 1] = new Set([...before, ...orders]);
  }

  #tellAnew(tablet: number): void {
    const text = `tablet ${tablet}: whole list anew`;
    if (this.#listed.has(tablet))
      this.#world.noteOnce(text, 'anew');
    this.#listed.add(tablet);
  }

  connects(): void {
    this.#connectsAtMs.push(this.#world.clock.now());
  }

  opened(tablet: number, isOpen: boolean): void {
    if (isOpen) this.#open.add(tablet);
    else this.#open.delete(tablet);
  }

  off(tablet: number, status: number): void {
    this.#off += 1;
    const text = `tablet ${tablet} off for good: ${status}`;
    this.#world.noteOnce(text, 'off');
  }

  waiting(count: number): void {
    this.#mostWaiting = Math.max(this.#mostWaiting, count);
  }

  sample(): void {
    const behind = this.#missing.filter((count) => count > 0);
    this.#tell('tablets that lack orders', behind.length);
    this.#tell('tablets connected', this.#open.size);
    const rate = this.#rate(this.#world.clock.now());
    this.#tell('connects in 1 s', rate, {
      limit: { value: 20, label: 'the door takes 20' },
    });
  }

  /** Only what has changed. */
  #tell(series: string, value: number, more: More = {}): void {
    if (this.#told.get(series) === value) return;
    this.#told.set(series, value);
    this.#world.value(series, value, more);
  }

  get #missing(): number[] {
    return this.#shown.map(({ size }) => this.orders - size);
  }

  /** Connects in the second before. */
  #rate(atMs: number): number {
    const isIn = (at: number): boolean =>
      at > atMs - 1_000 && at <= atMs;
    return this.#connectsAtMs.filter(isIn).length;
  }

  figures(late: number): Figure[] {
    const all = this.#connectsAtMs;
    const rates = all
      .filter((at) => at > MORNING_MS)
      .map((at) => this.#rate(at));
    const missing = this.#missing.reduce((sum, n) => sum + n, 0);
    const tablets = this.#shown.length;
    const rows: [string, number, string][] = [
      ['never shown', missing, `of ${this.orders * tablets}`],
      ['tablets off', this.#off, `of ${tablets}`],
      ['connects', all.length, `${tablets} are the first`],
      ['most in 1 s', Math.max(0, ...rates), 'after the morning'],
      ['most waiting', this.#mostWaiting, 'for one tablet'],
      ['sent late', late, 'the cost'],
      [
        'whole lists',
        this.lists,
        `the cost; ${tablets} are the first`,
      ],
    ];
    return rows.map(([label, value, note]) => {
      return { label, value, better: 'lower', note };
    });
  }
}
