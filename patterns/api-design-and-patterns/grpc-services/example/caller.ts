import {
  Code,
  ConnectError,
  type Client,
} from '@connectrpc/connect';
import type { DepotService } from './depot-pb.ts';
import type { Position } from './depot-service.ts';
import { Latest } from './latest.ts';

/** Milliseconds, as the lab's clock or a real one has them. */
interface Clock {
  now(): number;
  sleep(ms: number, o?: { signal?: AbortSignal }): Promise<void>;
  setTimer(ms: number, fire: () => void): () => void;
}

export interface CallerOptions {
  clock: Clock;
  depot: Client<typeof DepotService>;
  /** From 0 up to, not including, 1. */
  random: () => number;
  /** For a question with all its tries. */
  deadlineMs: number;
  /** All tries, the first one included. */
  tries: number;
  /** Most that the first retry waits; doubles each time. */
  backoffMs: number;
  /** Most that anything waits to connect again. */
  longestMs: number;
}

export interface Calls {
  /** @returns meters */
  plan(address: string, id: string): Promise<number>;
  /** @param signal the caller leaves */
  watch(
    signal: AbortSignal,
    see: (position: Position) => Promise<void>,
  ): Promise<void>;
  /**
   * @param signal the shift ends
   * @param connect gives a signal that aborts with the line
   */
  deliver(
    signal: AbortSignal,
    connect: () => AbortSignal,
    driveTo: (address: string) => Promise<void>,
  ): Promise<void>;
}

/** Calls that end in time, and repeat only what may be. */
export class Caller implements Calls {
  readonly #o: CallerOptions;

  constructor(options: CallerOptions) {
    this.#o = options;
  }

  /** One deadline over all tries; each is told what is left. */
  async plan(address: string, id: string): Promise<number> {
    const { clock, depot, random, tries, backoffMs } = this.#o;
    const endMs = clock.now() + this.#o.deadlineMs;
    const headers = { 'x-request-id': id };
    for (let n = 1; ; n += 1) {
      const timeoutMs = Math.ceil(endMs - clock.now());
      try {
        const call = { timeoutMs, headers };
        return (await depot.planRoute({ address }, call)).meters;
      } catch (error) {
        const waitMs = backoffMs * 2 ** (n - 1) * random();
        const tooLate = clock.now() + waitMs >= endMs;
        if (tooLate || n >= tries || !mayRepeat(error))
          throw error;
        await clock.sleep(waitMs);
      }
    }
  }

  /** Leaves by the signal, which the server hears too. */
  async watch(
    signal: AbortSignal,
    see: (position: Position) => Promise<void>,
  ): Promise<void> {
    const { depot } = this.#o;
    try {
      for await (const position of depot.watchVan({}, { signal }))
        await see(position);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /**
   * Drives to each stop once, over as many connections as it
   * takes, and asks for the next when it is there. Where the
   * token is too old it begins with the whole list, and does
   * not drive again to where it has been.
   */
  async deliver(
    signal: AbortSignal,
    connect: () => AbortSignal,
    driveTo: (address: string) => Promise<void>,
  ): Promise<void> {
    const { depot } = this.#o;
    const driven = new Set<string>(); // one shift
    let token = '';
    for (let lost = 0; !signal.aborted; lost += 1) {
      const line = AbortSignal.any([signal, connect()]);
      const asked = new Latest<string>();
      asked.put(token);
      const asks = requests(asked, line);
      try {
        const stops = depot.deliver(asks, { signal: line });
        for await (const { address, resumeToken } of stops) {
          lost = 0;
          if (!driven.has(address)) await driveTo(address);
          driven.add(address);
          token = resumeToken;
          asked.put(token);
        }
      } catch (error) {
        if (signal.aborted) return;
        const { code } = ConnectError.from(error);
        if (code === Code.OutOfRange) token = '';
        else if (!mayRepeat(error)) throw error;
      }
      await this.#pause(lost, signal);
    }
  }

  /** By chance, so that not all come back at once. */
  async #pause(lost: number, signal: AbortSignal): Promise<void> {
    const { clock, random, backoffMs, longestMs } = this.#o;
    const mostMs = Math.min(backoffMs * 2 ** lost, longestMs);
    const ms = mostMs * (0.5 + random() / 2);
    await clock.sleep(ms, { signal }).catch(() => undefined);
  }
}

async function* requests(
  asked: Latest<string>,
  signal: AbortSignal,
): AsyncGenerator<{ resumeToken: string }> {
  for (;;) yield { resumeToken: await asked.take(signal) };
}

/**
 * The one code that says: soon again. It does not say that
 * nothing was done, so what is repeated must be harmless.
 */
export function mayRepeat(error: unknown): boolean {
  return ConnectError.from(error).code === Code.Unavailable;
}
