import type { Figure, World } from '#lab';
import type { Shop } from './shop.ts';

/** What becomes of an order; nobody works on what is over. */
export type Course = 'ahead' | 'back' | 'over' | 'person';
type Shown = Exclude<Course, 'over'> | 'paid' | 'undone' | 'held';

const TONE = {
  ahead: 'probing',
  back: 'probing',
  paid: 'normal',
  undone: 'normal',
  held: 'blocked',
  person: 'blocked',
} as const;

const THINGS = ['stock', 'money', 'van'] as const;
type Thing = (typeof THINGS)[number];

/** Holds what is believed of orders against what is true. */
export class Ledger {
  readonly #world: World;
  readonly #courses = new Map<string, Course>();
  readonly #shown = new Map<string, Shown>();
  readonly #backMs = new Map<string, number>();
  readonly #tookMs = new Map<string, number>();
  shop: Shop | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  set(order: string, course: Course): void {
    this.#courses.set(order, course);
    this.look();
  }

  /** Draws what has changed, and tells of every end. */
  readonly look = (): void => {
    for (const order of this.#courses.keys()) {
      const shown = this.#judge(order);
      if (shown === this.#shown.get(order)) continue;
      this.#shown.set(order, shown);
      this.#world.state(order, shown, TONE[shown]);
      this.#tell(order, shown);
    }
    this.#world.value('stock held', this.#held('stock'));
    this.#world.value('money held', this.#held('money'));
  };

  #tell(order: string, shown: Shown): void {
    const now = this.#world.clock.now();
    if (shown === 'back') this.#backMs.set(order, now);
    if (shown === 'ahead' || shown === 'back') return;
    const things = shown === 'held' ? this.#things(order) : [];
    const what = things.map((thing) => ` ${thing}`).join(',');
    this.#world.note(`${order} ${shown}${what && `:${what}`}`);
    this.#tookMs.set(
      order,
      now - (this.#backMs.get(order) ?? now),
    );
  }

  #judge(order: string): Shown {
    const course = this.#courses.get(order) ?? 'ahead';
    if (course !== 'over') return course;
    const things = this.#things(order);
    if (things.length === 0) return 'undone';
    const paid = this.shop?.captured.holds(order) ?? false;
    const whole = things.length === THINGS.length;
    return paid && whole ? 'paid' : 'held';
  }

  #things(order: string): Thing[] {
    const sides = {
      stock: this.shop?.reserved,
      money: this.shop?.authorized,
      van: this.shop?.booked,
    };
    return THINGS.filter((thing) => sides[thing]?.holds(order));
  }

  #orders(shown: Shown): string[] {
    const all = [...this.#shown];
    return all.flatMap(([id, is]) => (is === shown ? [id] : []));
  }

  #held(thing: Thing): number {
    const held = this.#orders('held');
    return held.filter((id) => this.#things(id).includes(thing))
      .length;
  }

  figures(entries: number): Figure[] {
    const better = 'lower';
    const orders = this.#courses.size;
    const tookMs = this.#orders('undone').map(
      (order) => this.#tookMs.get(order) ?? 0,
    );
    const slowest = Math.round(Math.max(0, ...tookMs) / 100) / 10;
    return [
      {
        label: 'paid',
        value: this.#orders('paid').length,
        better: 'higher',
        note: `of ${orders} orders`,
      },
      {
        label: 'undone',
        value: this.#orders('undone').length,
        better: 'higher',
        note: 'nothing is held',
      },
      {
        label: 'stock held',
        value: this.#held('stock'),
        better,
        note: 'and nobody knows, as in the next two',
      },
      { label: 'money held', value: this.#held('money'), better },
      { label: 'vans held', value: this.#held('van'), better },
      {
        label: 'with a person',
        value: this.#orders('person').length,
        better,
      },
      { label: 'slowest undo, in s', value: slowest, better },
      {
        label: 'requests',
        value: this.shop?.sent ?? 0,
        better,
        note: 'the cost',
      },
      {
        label: 'log entries',
        value: entries,
        better,
        note: 'the cost: each is on disk before what follows',
      },
    ];
  }
}
