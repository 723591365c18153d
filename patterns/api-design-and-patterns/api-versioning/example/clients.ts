import { arrivals, ServiceError, spread } from '#lab';
import type { World } from '#lab';
import type { Reply } from './messages.ts';

/** In this world a second stands for a day. */
export const DAY_MS = 1_000;
export const RUN_DAYS = 60;

export interface Client {
  readonly name: string;
  readonly everyDays: number;
  /** The version that it was written for, and when it began. */
  readonly version: number;
  readonly fromDay: number;
  /** From a reason to change until the change is live. */
  readonly repairDays: number;
}

/** Those who read `Deprecation` first: the knob counts. */
export const CLIENTS: readonly Client[] = [
  written('web', 2, 2),
  written('partner A', 3, 6),
  written('iOS app', 2, 9),
  written('partner B', 3, 5),
  written('partner C', 3, 7),
  written('kiosk', 3, 8),
  written('report', 15, 4),
  { ...written('new app', 3, 3), version: 2, fromDay: 10 },
];

function written(
  name: string,
  everyDays: number,
  repairDays: number,
): Client {
  return { name, everyDays, repairDays, version: 1, fromDay: 0 };
}

export interface Provider {
  /** The version that one begins with today. */
  readonly current: () => number;
  readonly ask: (name: string, version: number) => Reply;
}

/** How the calls went. */
export class Tally {
  calls = 0;
  failed = 0;
  inBrownouts = 0;
  /** For which one client was broken. */
  longestMs = 0;
}

/** One client in one run. */
export class Caller {
  readonly client: Client;
  readonly #world: World;
  readonly #provider: Provider;
  readonly #watches: boolean;
  #version: number;
  #brokenSince: number | undefined;
  #repair: { version: number; atMs: number } | undefined;

  /** @param watches its people hear of `Deprecation` */
  constructor(
    world: World,
    provider: Provider,
    client: Client,
    watches: boolean,
  ) {
    this.client = client;
    this.#version = client.version;
    this.#world = world;
    this.#provider = provider;
    this.#watches = watches;
  }

  /** It has a reason to change: it aims at what is current. */
  change(): void {
    const version = this.#provider.current();
    if (this.#repair || version === this.#version) return;
    const days = this.client.repairDays;
    const atMs = this.#world.clock.now() + days * DAY_MS;
    this.#repair = { version, atMs };
  }

  /** It comes every few days, until the run is over. */
  come(tally: Tally, then: () => void): Promise<void> {
    const { clock, random } = this.#world;
    const { name, everyDays, fromDay } = this.client;
    const moments = spread(random.fork(name), {
      count: Math.floor((RUN_DAYS - fromDay) / everyDays),
      everyMs: everyDays * DAY_MS,
      within: [0.45, 0.55],
    });
    const fromMs = fromDay * DAY_MS;
    return arrivals(
      clock,
      moments.map((atMs) => atMs + fromMs),
      () => this.#visit(tally).then(then),
    );
  }

  async #visit(tally: Tally): Promise<void> {
    const { clock } = this.#world;
    const { name } = this.client;
    if (this.#repair && this.#repair.atMs <= clock.now()) {
      this.#version = this.#repair.version;
      this.#repair = undefined;
    }
    const reply = this.#provider.ask(name, this.#version);
    tally.calls += 1;
    const to = `v${this.#version} clients`;
    const route = { from: name, to, label: name };
    try {
      await this.#world.call(route, async () => {
        await clock.sleep(DAY_MS / 10);
        check(reply, this.#version);
      });
      this.close(tally);
      this.#brokenSince = undefined;
      if (this.#watches && reply.headers['deprecation'])
        this.change();
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      this.#fail(tally, error);
    }
  }

  get isBroken(): boolean {
    return this.#brokenSince !== undefined;
  }

  /** Counts for how long it has been broken, if it is. */
  close(tally: Tally): void {
    const now = this.#world.clock.now();
    const ms = now - (this.#brokenSince ?? now);
    tally.longestMs = Math.max(tally.longestMs, ms);
  }

  #fail(tally: Tally, { message }: ServiceError): void {
    const now = this.#world.clock.now();
    tally.failed += 1;
    if (message.includes('brownout')) tally.inBrownouts += 1;
    this.#brokenSince ??= now;
    this.#world.noteOnce(
      `${this.client.name}: ${message}`,
      message,
    );
    this.change();
  }
}

/** A tolerant reader: it looks at nothing but what it needs. */
function check({ status, body }: Reply, version: number): void {
  if (status !== 200) {
    const kind = `${body['type'] as string}`.split('-').at(-1);
    throw new ServiceError(status, `${status} ${kind}`);
  }
  const name = version === 1 ? 'name' : 'familyName';
  if (typeof body[name] !== 'string')
    throw new ServiceError(status, `no \`${name}\``);
  const rate = version < 3 ? 'number' : 'object';
  if (typeof body['rate'] !== rate)
    throw new ServiceError(status, `rate is no ${rate}`);
}
