import type { World } from '#lab';
import { GuidesApi } from './api.ts';
import { DAY_MS, type Provider } from './clients.ts';
import { GUIDE_7, guides } from './guides.ts';
import { checkEnd, stageOf, Use, type End } from './lifecycle.ts';
import type { Reply } from './messages.ts';

/** The days on which version 2 and version 3 go live. */
export const RELEASE_DAYS = [8, 16];
const START = Date.parse('2027-03-01T00:00:00Z');
const REAL_DAY_MS = 86_400_000;
/** How many days before the end, and for how many. */
const BROWNOUTS = [
  [20, 3],
  [12, 3],
  [4, 3],
] as const;
const PUT_OFF_DAYS = 4;
const TONES = {
  current: 'normal',
  deprecated: 'probing',
  brownout: 'blocked',
  gone: 'blocked',
} as const;

interface Policy {
  readonly supportDays: number;
  readonly brownouts: number;
  /** Nobody has come for this long: then it may end. */
  readonly quietDays: number;
}

/** The baseline: there is one shape, that of today. */
export function unversioned({ clock }: World): Provider {
  const current = (): number => currentAt(clock.now());
  const ask = (): Reply => ({
    status: 200,
    headers: {},
    body: guides.answer(GUIDE_7, current()),
  });
  return { current, ask };
}

/** The pattern: every version until nobody needs it. */
export class Versioned implements Provider {
  readonly #use = new Use();
  readonly #ends = new Map<number, End>();
  readonly #world: World;
  readonly #policy: Policy;
  readonly #api: GuidesApi;

  constructor(world: World, policy: Policy) {
    this.#world = world;
    this.#policy = policy;
    this.#api = new GuidesApi({
      now: () => this.#today(),
      endOf: (version) => this.#ends.get(version),
    });
  }

  current = (): number => currentAt(this.#world.clock.now());

  ask = (name: string, version: number): Reply => {
    this.#use.seen(name, version, this.#today());
    const headers = { 'tours-version': `${version}` };
    const path = '/guides/7';
    return this.#api.answer({ method: 'GET', path, headers });
  };

  /**
   * One version, from its successor's day to its own end.
   * @param phone asks the people of a client to move
   * @returns the day of its end
   */
  async retire(
    version: number,
    phone: (name: string) => void,
    signal: AbortSignal,
  ): Promise<number> {
    const until = (date: number): Promise<void> =>
      this.#until(date, signal);
    const tell = (text: string): void => {
      this.#world.note(text);
      this.#show(version);
    };
    this.#show(version);
    const end = endAt(version, this.#policy);
    await until(end.deprecatedAt);
    this.#ends.set(version, end);
    tell(`v${version} is deprecated`);
    for (const { from, to } of end.brownouts) {
      await until(from);
      tell(`brownout of v${version}`);
      await until(to);
      this.#show(version);
    }
    let { sunsetAt } = end;
    const quietMs = this.#policy.quietDays * REAL_DAY_MS;
    for (;;) {
      await until(sunsetAt);
      const since = this.#today() - quietMs;
      if (this.#use.clientsOf(version, since).length === 0) break;
      const late = this.#use.clientsLeft(version);
      late.forEach(phone);
      sunsetAt += PUT_OFF_DAYS * REAL_DAY_MS;
      this.#ends.set(version, { ...end, sunsetAt });
      tell(`v${version}: put off, ${late.length} phoned`);
    }
    this.#ends.set(version, { ...end, goneAt: this.#today() });
    tell(`v${version} is gone`);
    return this.#world.clock.now() / DAY_MS;
  }

  #today(): number {
    return dateOf(this.#world.clock.now() / DAY_MS);
  }

  #until(date: number, signal: AbortSignal): Promise<void> {
    const ms = ((date - START) / REAL_DAY_MS) * DAY_MS;
    const { clock } = this.#world;
    return clock.sleep(ms - clock.now(), { signal });
  }

  #show(version: number): void {
    const end = this.#ends.get(version);
    const stage = stageOf(end, this.#today());
    this.#world.state(`v${version}`, stage, TONES[stage]);
  }
}

/** @returns when `version` ends, once it has a successor */
function endAt(
  version: number,
  { supportDays, brownouts }: Omit<Policy, 'quietDays'>,
): End {
  const from = RELEASE_DAYS[version - 1] ?? Infinity;
  const sunset = from + supportDays;
  const parts = BROWNOUTS.slice(0, brownouts);
  return checkEnd({
    deprecatedAt: dateOf(from),
    sunsetAt: dateOf(sunset),
    brownouts: parts.map(([before, days]) => ({
      from: dateOf(sunset - before),
      to: dateOf(sunset - before + days),
    })),
  });
}

function dateOf(day: number): number {
  return START + day * REAL_DAY_MS;
}

function currentAt(ms: number): number {
  const live = RELEASE_DAYS.filter((day) => day * DAY_MS <= ms);
  return live.length + 1;
}
