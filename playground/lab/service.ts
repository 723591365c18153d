import { TimeoutError, withDeadline } from './deadline.ts';
import type { DeadlineOptions } from './deadline.ts';
import type { FaultPlan } from './faults.ts';
import type { Network } from './network.ts';
import type { Slots } from './slots.ts';
import { untilAborted } from './until-aborted.ts';
import type { World } from './world.ts';

/** A service answered, with an error. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** HTTP status, such as 503. */
  readonly status: number;

  constructor(status: number, message = `${status}`) {
    super(message);
    this.status = status;
  }
}

/** What a service is made of. */
export interface ServiceOptions<Request, Answer> {
  readonly name: string;
  /** What it works with; a request holds one slot from its start to its end. Default: no limit. */
  readonly slots?: Slots;
  /** Time that its own work takes, drawn for each request. */
  readonly latencyMs: () => number;
  /** Default: nothing is ever wrong. */
  readonly faults?: FaultPlan;
  /** What lies between it and its callers. Default: nothing; a request is there at once. */
  readonly network?: Network;
  /**
   * The answer, after its own work; it may call others. The signal says that nobody waits any more.
   * What it throws reaches the caller; a timeout of its own calls does so as a 504.
   */
  readonly handle: (request: Request, signal: AbortSignal) => Promise<Answer>;
  /** Tells a real answer from a substitute. Default: every answer is real. */
  readonly outcomeOf?: (answer: Answer) => 'answered' | 'fallback';
}

/** One call, as its caller makes it. */
export interface CallOptions extends DeadlineOptions {
  readonly from: string;
  readonly label: string;
}

/** A named service in this process: capacity, latency, faults, and a trace of every call. */
export class Service<Request, Answer> {
  readonly #world: World;
  readonly #options: ServiceOptions<Request, Answer>;

  constructor(world: World, options: ServiceOptions<Request, Answer>) {
    this.#world = world;
    this.#options = options;
  }

  /**
   * Calls it.
   *
   * @throws TimeoutError, NoSlotError, ServiceError, or what its handler throws
   */
  call(request: Request, { from, label, ...deadline }: CallOptions): Promise<Answer> {
    const { name, network, outcomeOf } = this.#options;
    const serve = (signal: AbortSignal): Promise<Answer> => this.#serve(request, signal);
    const reach = network
      ? (signal: AbortSignal) => network.exchange({ from, to: name }, signal, serve)
      : serve;
    const work = (): Promise<Answer> => withDeadline(this.#world.clock, deadline, reach);
    return this.#world.call({ from, to: name, label }, work, outcomeOf);
  }

  async #serve(request: Request, signal: AbortSignal): Promise<Answer> {
    const { slots, latencyMs, faults, handle } = this.#options;
    const release = await slots?.acquire(signal);
    try {
      const fault = faults?.(this.#world.clock.now());
      if (fault === 'hang') return await untilAborted(signal);
      await this.#world.clock.sleep(latencyMs(), { signal });
      if (fault === 'error') throw new ServiceError(503);
      return await handle(request, signal);
    } catch (error) {
      throw asAnswer(error);
    } finally {
      release?.();
    }
  }
}

/** Who calls this service gets an answer in time, even where one that it called did not give any. */
function asAnswer(error: unknown): unknown {
  return error instanceof TimeoutError ? new ServiceError(504, error.message) : error;
}
