export interface TicketOptions {
  readonly clock: { now(): number };
  /** From a safe source: `crypto.randomUUID` is one. */
  readonly draw: () => string;
  readonly livesMs: number;
}

/**
 * A page of ours asks for one by an ordinary POST, with its
 * cookie and its CSRF token, and puts it into the URL of the
 * handshake: good once, and for seconds, so a log that keeps the
 * URL keeps nothing of use. Behind several nodes: a shared store.
 */
export class Tickets {
  readonly #options: TicketOptions;
  readonly #open = new Map<
    string,
    { name: string; by: number }
  >();

  constructor(options: TicketOptions) {
    this.#options = options;
  }

  issue(name: string): string {
    const { clock, draw, livesMs } = this.#options;
    const now = clock.now();
    // In order of their ends, so the old ones come first.
    for (const [ticket, { by }] of this.#open) {
      if (by > now) break;
      this.#open.delete(ticket);
    }
    const ticket = draw();
    this.#open.set(ticket, { name, by: now + livesMs });
    return ticket;
  }

  /** @returns whose it is, the first time and in time */
  take(ticket: string): string | undefined {
    const found = this.#open.get(ticket);
    this.#open.delete(ticket);
    const isGood = found && found.by > this.#options.clock.now();
    return isGood ? found.name : undefined;
  }
}
