/** 99th percentile of the standard normal distribution. */
const NORMAL_P99 = 2.3263478740408408;

/**
 * A seeded source of chance: the same seed gives the same draws on every machine. Not for secrets.
 *
 * The generator is mulberry32 (32 bits of state, by Tommy Ettinger): small, fast, good enough for
 * examples.
 */
export class Random {
  readonly #seed: number;
  #state: number;

  /** @param seed any whole number; only its low 32 bits count */
  constructor(seed: number) {
    this.#seed = seed >>> 0;
    this.#state = this.#seed;
  }

  /** Uniform in [0, 1). Bound to its source, so it passes as a `random: () => number`. */
  readonly next = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  /** Uniform in [low, high). */
  uniform(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** True with this probability: never for 0, always for 1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items, each as likely as the others. Throws a RangeError for an empty list. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[Math.floor(this.next() * items.length)] as T;
  }

  /** Exponential with this mean: the time between arrivals that do not know of each other. */
  exponential(mean: number): number {
    return portable(-mean * Math.log(1 - this.next()));
  }

  /**
   * A latency with a heavy tail: log-normal through the two numbers a dashboard shows. Half of the
   * draws are below `p50`, one in a hundred is above `p99`.
   */
  latency({ p50, p99 }: { readonly p50: number; readonly p99: number }): number {
    if (!(p50 > 0 && p99 >= p50)) throw new RangeError(`need 0 < p50 <= p99, not ${p50}, ${p99}`);
    return portable(p50 * (p99 / p50) ** (this.#normal() / NORMAL_P99));
  }

  /**
   * A source of its own, made from this seed and a name. What one part of a scenario draws then
   * does not shift what another part draws, so two scenarios can differ in one thing only.
   */
  fork(name: string): Random {
    let hash = 0x811c9dc5 ^ this.#seed; // FNV-1a, with the seed as its start
    for (const character of name)
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    return new Random(hash);
  }

  /** Standard normal, by Box and Muller. */
  #normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }
}

/** Logarithms may differ between JavaScript engines in the last digit; this cuts it off. */
function portable(value: number): number {
  return Number(value.toPrecision(12));
}
