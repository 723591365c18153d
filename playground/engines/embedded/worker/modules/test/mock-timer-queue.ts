/** A timer of the mocked clock. Its methods are those of Node's mocked timers. */
export class MockedTimer {
  readonly id: number;
  readonly callback: (...args: unknown[]) => void;
  runAt: number;
  interval: number | undefined;
  readonly args: readonly unknown[];
  readonly #clear: (timer: MockedTimer) => void;

  constructor(
    about: Pick<MockedTimer, 'id' | 'callback' | 'runAt' | 'interval' | 'args'>,
    clear: (timer: MockedTimer) => void,
  ) {
    this.id = about.id;
    this.callback = about.callback;
    this.runAt = about.runAt;
    this.interval = about.interval;
    this.args = about.args;
    this.#clear = clear;
  }

  hasRef(): boolean {
    return true;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  refresh(): this {
    return this;
  }

  close(): this {
    this.#clear(this);
    return this;
  }

  [Symbol.dispose](): void {
    this.#clear(this);
  }
}

function isBefore(a: MockedTimer, b: MockedTimer): boolean {
  return a.runAt === b.runAt ? a.id < b.id : a.runAt < b.runAt;
}

/**
 * Timers by when they are due, in a binary heap: `runAll` of Node looks at its last leaf, so the
 * order of the leaves shows.
 */
export class MockTimerQueue {
  #heap: MockedTimer[] = [];

  get first(): MockedTimer | undefined {
    return this.#heap[0];
  }

  get lastLeaf(): MockedTimer | undefined {
    return this.#heap.at(-1);
  }

  insert(timer: MockedTimer): void {
    this.#heap.push(timer);
    this.#rise(this.#heap.length - 1);
  }

  /** @returns whether the timer was waiting */
  remove(timer: MockedTimer): boolean {
    const at = this.#heap.indexOf(timer);
    const last = at === -1 ? undefined : this.#heap.pop();
    if (last === undefined) return false;
    if (last !== timer) {
      this.#heap[at] = last;
      this.#sink(at);
      this.#rise(at);
    }
    return true;
  }

  clear(): void {
    this.#heap = [];
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return;
    this.#heap[a] = other;
    this.#heap[b] = one;
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    return one !== undefined && (other === undefined || isBefore(one, other));
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(from: number): void {
    for (let at = from; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = this.#isBefore(right, left) ? right : left;
      if (!this.#isBefore(child, at)) return;
      this.#swap(at, child);
      at = child;
    }
  }
}
