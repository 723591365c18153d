/** Hears of one event. */
type Listener<T> = (value: T) => void;

/** Events, for as many as listen; nobody's pace holds it up. */
export class Topic<T> {
  readonly #listeners = new Set<Listener<T>>();

  /** How many listen; where clients come and go, it must too. */
  get listeners(): number {
    return this.#listeners.size;
  }

  publish(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }

  /**
   * Listens from this moment on, until `return` is called.
   * One that lags by more than `most` events is ended: it may
   * ask anew, and memory stays bounded.
   *
   * @param concerns which events this listener may see
   */
  subscribe(
    concerns: (value: T) => boolean = () => true,
    most = 100,
  ): AsyncIterableIterator<T, undefined> {
    type Next = IteratorResult<T, undefined>;
    const missed: T[] = [];
    const asking: ((next: Next) => void)[] = [];
    let ended = false;
    const end = (): Next => {
      ended = true;
      this.#listeners.delete(hear);
      missed.length = 0;
      const done = { done: true, value: undefined } as const;
      // Whoever waits for the next event is told, too.
      for (const answer of asking.splice(0)) answer(done);
      return done;
    };
    const hear = (value: T): void => {
      if (ended || !concerns(value)) return;
      const answer = asking.shift();
      if (answer) answer({ done: false, value });
      else if (missed.length < most) missed.push(value);
      else end();
    };
    this.#listeners.add(hear);
    return {
      next: async () => {
        if (ended) return end();
        if (missed.length === 0) {
          return new Promise<Next>((answer) =>
            asking.push(answer),
          );
        }
        return { done: false, value: missed.shift() as T };
      },
      return: async () => end(),
      throw: async (error) => {
        end();
        throw error;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}

/**
 * The baseline. A generator that waits hears of `return` only
 * after the next event, and the last event never comes.
 */
export async function* careless<T>(
  topic: Topic<T>,
  concerns: (value: T) => boolean,
): AsyncGenerator<T, undefined> {
  for await (const value of topic.subscribe(concerns))
    yield value;
}
