import type { Handle, Loop, TimerHandle } from '../machine.ts';
import type { AsyncContext } from './async-context.ts';
import type { AsyncIds, Tracked } from './async-ids.ts';

/** The loop as everyone gets it: what is scheduled runs in the context in which it was scheduled. */
export class BoundLoop implements Loop {
  readonly #loop: Loop;
  readonly #context: AsyncContext;
  readonly #ids: AsyncIds;

  constructor(loop: Loop, context: AsyncContext, ids: AsyncIds) {
    this.#loop = loop;
    this.#context = context;
    this.#ids = ids;
  }

  idleMs(): number {
    return this.#loop.idleMs();
  }

  get livelyTurns(): number {
    return this.#loop.livelyTurns;
  }

  now(): number {
    return this.#loop.now();
  }

  timer(run: () => void, delayMs: number, repeatMs?: number, tracked?: Tracked): TimerHandle {
    const once = repeatMs === undefined;
    return this.#loop.timer(this.#bound(run, 'Timeout', tracked, once), delayMs, repeatMs);
  }

  immediate(run: () => void, tracked?: Tracked): Handle {
    return this.#loop.immediate(this.#bound(run, 'Immediate', tracked));
  }

  nextTick(run: () => void, resource?: object): void {
    this.#loop.nextTick(this.#bound(run, 'TickObject', undefined, true, resource));
  }

  poll(run: () => void): void {
    this.#loop.poll(this.#bound(run, 'Poll'));
  }

  first(run: () => void): void {
    this.#loop.first(run);
  }

  hold(): () => void {
    return this.#loop.hold();
  }

  #bound(
    run: () => void,
    type: string,
    tracked?: Tracked,
    once = true,
    resource: object = run,
  ): () => void {
    if (!this.#context.enabled) return run;
    const known = tracked ?? { type, resource, ...this.#ids.identify() };
    return this.#context.bindTask(this.#ids.track(known, run, once));
  }
}
