import type { Figure, World } from '#lab';

/** Who paid when, and what was shipped for it. */
export class Ledger {
  readonly #world: World;
  readonly #paidAtMs = new Map<string, number>();
  readonly #shipments = new Map<string, number>();
  #slowestMs = 0;

  constructor(world: World) {
    this.#world = world;
    this.#show();
  }

  paid(order: string): void {
    this.#paidAtMs.set(order, this.#world.clock.now());
    this.#show();
  }

  gaveUp(order: string): void {
    this.#world.noteOnce(`order ${order}: given up`, 'given up');
  }

  shipped(order: string): void {
    const paidAtMs = this.#paidAtMs.get(order);
    const times = (this.#shipments.get(order) ?? 0) + 1;
    this.#shipments.set(order, times);
    if (paidAtMs === undefined)
      this.#world.noteOnce(`order ${order}: shipped`, 'unpaid');
    else if (times > 1)
      this.#world.noteOnce(
        `order ${order}: shipped again`,
        'again',
      );
    else this.#wait(this.#world.clock.now() - paidAtMs);
    this.#show();
  }

  #wait(ms: number): void {
    this.#slowestMs = Math.max(this.#slowestMs, ms);
  }

  #count(): { missing: number; again: number; unpaid: number } {
    const count = { missing: 0, again: 0, unpaid: 0 };
    for (const order of this.#paidAtMs.keys())
      if (!this.#shipments.has(order)) count.missing += 1;
    for (const [order, times] of this.#shipments)
      if (this.#paidAtMs.has(order)) count.again += times - 1;
      else count.unpaid += times;
    return count;
  }

  #show(): void {
    const { missing, again, unpaid } = this.#count();
    this.#world.value('paid, not shipped', missing);
    this.#world.value('shipped for nothing', again + unpaid);
  }

  figures(sent: number): Figure[] {
    const { missing, again, unpaid } = this.#count();
    const better = 'lower';
    const slowest = Math.round(this.#slowestMs / 1000);
    return [
      {
        label: 'never shipped',
        value: missing,
        better,
        note: `of ${this.#paidAtMs.size} paid`,
      },
      { label: 'shipped again', value: again, better },
      {
        label: 'shipped unpaid',
        value: unpaid,
        better,
        note: 'for a forger',
      },
      {
        label: 'deliveries sent',
        value: sent,
        better,
        note: 'the cost',
      },
      {
        label: 'slowest, in s',
        value: slowest,
        better,
        note: 'from paid to shipped, of those shipped',
      },
    ];
  }
}
