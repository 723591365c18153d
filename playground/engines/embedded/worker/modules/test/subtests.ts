import type { TestNode } from './test-node.ts';

/** A test that waits until its parent has room for it. */
interface Waiting {
  readonly test: TestNode;
  readonly done: () => void;
}

/**
 * The subtests of one test: so many run at once, and their results are reported in the order in
 * which they began, each when it is its turn.
 */
export class Subtests {
  readonly all: TestNode[] = [];
  readonly #concurrency: number;
  #waiting: Waiting[] = [];
  readonly #order: TestNode[] = [];
  readonly #ready = new Set<TestNode>();
  readonly #unfinished = new Set<TestNode>();
  readonly #settled = Promise.withResolvers<undefined>();
  #reported = 0;
  #active = 0;

  /** @param concurrency how many may run at once */
  constructor(concurrency: number) {
    this.#concurrency = concurrency;
  }

  /** Resolves when every one that was started has ended. */
  get settled(): Promise<unknown> | undefined {
    return this.all.length > 0 ? this.#settled.promise : undefined;
  }

  get allReported(): boolean {
    return this.#reported === this.all.length;
  }

  /** @param wait whether it waits even where there is room */
  start(test: TestNode, wait: boolean): Promise<void> {
    this.#unfinished.add(test);
    if (!wait && this.#concurrency > this.#active) return this.#run(test);
    return new Promise((resolve) => this.#waiting.push({ test, done: resolve }));
  }

  /** Starts those for which there is room. */
  async runWaiting(): Promise<void> {
    while (this.#concurrency > this.#active) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      await this.#run(next.test);
      next.done();
    }
  }

  forgetWaiting(): void {
    this.#waiting = [];
  }

  /** One began. */
  enter(): void {
    this.#active++;
  }

  /** One ended. */
  leave(test: TestNode): void {
    this.#active--;
    this.#keepOrder(test);
    this.#ready.add(test);
    if (this.#unfinished.delete(test) && this.#unfinished.size === 0)
      this.#settled.resolve(undefined);
  }

  /** Reports what is ready and next, while it is the parent's turn too. */
  reportReady(parentsTurn: () => boolean): void {
    for (;;) {
      const next = this.#order[this.#reported];
      if (next === undefined || !this.#ready.has(next) || !parentsTurn()) return;
      this.#ready.delete(next);
      this.#reported++;
      next.finish();
    }
  }

  isNext(test: TestNode): boolean {
    return this.#order[this.#reported] === test;
  }

  #run(test: TestNode): Promise<void> {
    this.#keepOrder(test);
    return test.run();
  }

  #keepOrder(test: TestNode): void {
    if (!this.#order.includes(test)) this.#order.push(test);
  }
}
