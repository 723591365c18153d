import { isCut } from './cuts.ts';
import type { Cut } from './cuts.ts';
import { untilAborted } from './until-aborted.ts';
import type { Route, World } from './world.ts';

/** Who sends to whom. */
export type Way = Pick<Route, 'from' | 'to'>;

/** What a network does to messages. */
export interface NetworkOptions {
  /** Time of one message on its way, drawn for each. Default: 0. */
  readonly delayMs?: (way: Way) => number;
  /** Where and when nothing passes. Each draws as a band. */
  readonly cuts?: readonly Cut[];
  /** Whether this one message is lost, asked once for each. Default: none is. */
  readonly loses?: (way: Way) => boolean;
}

/**
 * What lies between services. Messages take time, and some never arrive; whoever sent one is not
 * told. So a caller cannot tell a request that was lost from an answer that was lost, and work goes
 * on at the far end of a cut after its caller has given up.
 */
export class Network {
  readonly #world: World;
  readonly #options: NetworkOptions;

  constructor(world: World, options: NetworkOptions = {}) {
    this.#world = world;
    this.#options = options;
    for (const { label = 'network cut', fromMs, toMs } of options.cuts ?? [])
      world.span(label, fromMs, toMs);
  }

  /** Whether no cut stands in the way now. */
  reaches({ from, to }: Way): boolean {
    const atMs = this.#world.clock.now();
    return !(this.#options.cuts ?? []).some((cut) => isCut(cut, from, to, atMs));
  }

  /**
   * Sends a message and waits for nothing: `deliver` runs when it arrives, or never. It is lost
   * where a cut stands in its way when it leaves or when it would arrive.
   */
  send(way: Way, deliver: () => void): void {
    const { delayMs = () => 0, loses = () => false } = this.#options;
    const delay = delayMs(way);
    const lost = loses(way) || !this.reaches(way);
    if (lost) return;
    this.#world.clock.setTimer(delay, () => {
      if (this.reaches(way)) deliver();
    });
  }

  /**
   * A request and its answer, each a message of its own. Work runs once, when the request arrives,
   * and an error of it travels as an answer does. When the caller gives up, a message tells work by
   * its signal, if that gets through.
   *
   * @param signal of the caller; what is lost is waited for until it aborts
   * @throws what work throws, or the signal's reason
   */
  async exchange<T>(
    way: Way,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const back: Way = { from: way.to, to: way.from };
    await this.#arrival(way, signal);
    const there = new AbortController();
    const hangUp = (): void => this.send(way, () => there.abort(signal.reason));
    signal.addEventListener('abort', hangUp, { once: true });
    const [outcome] = await Promise.allSettled([work(there.signal)]);
    signal.removeEventListener('abort', hangUp);
    await this.#arrival(back, signal);
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  }

  #arrival(way: Way, signal: AbortSignal): Promise<void> {
    const arrived = new Promise<void>((resolve) => this.send(way, resolve));
    return Promise.race([arrived, untilAborted(signal)]);
  }
}
