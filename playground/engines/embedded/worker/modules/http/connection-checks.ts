import { machine } from 'node:internal/machine';
import type { Handle } from '../../machine.ts';
import type { ServerConnection } from './server-connection.ts';

/** What the checks read of a server. */
interface Times {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
}

/** The connections of a server; from time to time those are ended that take too long. */
export class ConnectionChecks {
  readonly #times: Times;
  readonly #open = new Set<ServerConnection>();
  #timer: Handle | undefined;

  constructor(times: Times) {
    this.#times = times;
  }

  get all(): readonly ServerConnection[] {
    return [...this.#open];
  }

  /** Between two requests. One that never sent any waits for its first. */
  get idle(): readonly ServerConnection[] {
    return this.all.filter(({ messageBegunMs }) => messageBegunMs === undefined);
  }

  add(connection: ServerConnection): void {
    this.#open.add(connection);
  }

  remove(connection: ServerConnection): void {
    this.#open.delete(connection);
  }

  start(): void {
    this.stop();
    const everyMs = this.#times.connectionsCheckingInterval;
    this.#timer = machine.loop.timer(() => this.#check(), everyMs, everyMs);
    this.#timer.unref();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #check(): void {
    const nowMs = machine.loop.now();
    const { headersTimeout, requestTimeout } = this.#times;
    for (const connection of this.all) {
      if (connection.messageBegunMs === undefined) continue;
      const tookMs = nowMs - connection.messageBegunMs;
      const inHead = !connection.headArrived && headersTimeout > 0 && tookMs > headersTimeout;
      if (inHead || (requestTimeout > 0 && tookMs > requestTimeout)) connection.timedOut();
    }
  }
}
