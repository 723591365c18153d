import type { World } from '#lab';
import type { Tally } from './callers.ts';

/** Queue length, wait and goodput: what a dashboard shows. */
export class Gauges {
  longest = 0;
  /** Work that was done after its caller had left. */
  inVain = 0;
  /** Since when users give up and none is served in time. */
  #barrenSinceMs = Infinity;
  readonly #world: World;
  readonly #patience: { value: number; label: string };

  constructor(
    world: World,
    tally: Tally,
    {
      untilMs,
      patienceS,
    }: { untilMs: number; patienceS: number },
  ) {
    this.#world = world;
    const label = `patience ${patienceS} s`;
    this.#patience = { value: patienceS, label };
    this.line(0);
    let before = { ...tally };
    for (let atMs = 1000; atMs <= untilMs; atMs += 1000) {
      world.clock.setTimer(atMs, () => {
        const useful = tally.useful - before.useful;
        const gaveUp = tally.timedOut - before.timedOut;
        before = { ...tally };
        world.value('useful a second', useful);
        this.#judge(useful, gaveUp);
      });
    }
  }

  #judge(useful: number, gaveUp: number): void {
    const { clock } = this.#world;
    if (useful > 0) {
      const forS = (clock.now() - this.#barrenSinceMs) / 1000;
      if (forS > 0)
        this.#world.note(`useful again, after ${forS} s`);
      this.#barrenSinceMs = Infinity;
    } else if (gaveUp > 0 && this.#barrenSinceMs === Infinity) {
      this.#world.note('no useful answer in 1 s');
      this.#barrenSinceMs = clock.now();
    }
  }

  line(waiting: number): void {
    this.longest = Math.max(this.longest, waiting);
    this.#world.value('in line', waiting);
  }

  started(waitedMs: number): void {
    const waitedS = Math.round(waitedMs / 10) / 100;
    const more = { unit: 's', limit: this.#patience };
    this.#world.value('wait', waitedS, more);
  }
}
