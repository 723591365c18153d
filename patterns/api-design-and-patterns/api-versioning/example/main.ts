import { compare, knob } from '#lab';
import type { Figure, World } from '#lab';
import {
  Caller,
  CLIENTS,
  DAY_MS,
  RUN_DAYS,
  Tally,
} from './clients.ts';
import type { Provider } from './clients.ts';
import {
  RELEASE_DAYS,
  unversioned,
  Versioned,
} from './provider.ts';

const whole = { whole: true } as const;
const supportDays = knob('SUPPORT_DAYS', 36, 'days', {
  min: 20,
  max: 40,
});
const brownouts = knob('BROWNOUTS', 2, 'brownouts', {
  min: 0,
  max: 3,
  ...whole,
});
const quietDays = knob('QUIET_DAYS', 16, 'days', {
  min: 1,
  max: 30,
});
const watchers = knob('WATCHERS', 2, 'clients', {
  min: 0,
  max: CLIENTS.length,
  ...whole,
});

/** How a run went, beside its calls. */
interface Outcome {
  readonly tally: Tally;
  readonly phoned: number;
  /** Days for which the shape of version 1 was kept. */
  readonly keptDays: number;
}

function callersOf(world: World, provider: Provider): Caller[] {
  return CLIENTS.map(
    (client, at) =>
      new Caller(world, provider, client, at < watchers),
  );
}

/** All come and go; those that are broken are drawn. */
async function visits(
  world: World,
  callers: readonly Caller[],
): Promise<Tally> {
  const { clock } = world;
  const tally = new Tally();
  const show = (): void => {
    const broken = callers.filter(({ isBroken }) => isBroken);
    world.value('clients broken', broken.length);
  };
  show();
  RELEASE_DAYS.forEach((day, at) => {
    const text = `v${at + 2} goes live`;
    clock.setTimer(day * DAY_MS, () => world.note(text));
  });
  await Promise.all(
    callers.map((caller) => caller.come(tally, show)),
  );
  await clock.sleep(RUN_DAYS * DAY_MS - clock.now());
  callers.forEach((caller) => caller.close(tally));
  return tally;
}

async function withoutVersions(world: World): Promise<Outcome> {
  const callers = callersOf(world, unversioned(world));
  const tally = await visits(world, callers);
  return { tally, phoned: 0, keptDays: 0 };
}

async function withVersions(world: World): Promise<Outcome> {
  const policy = { supportDays, brownouts, quietDays };
  const provider = new Versioned(world, policy);
  const callers = callersOf(world, provider);
  const phoned = new Set<string>();
  const phone = (name: string): void => {
    phoned.add(name);
    callers.find(({ client }) => client.name === name)?.change();
  };
  const end = new AbortController();
  const retire = (version: number): Promise<number> =>
    provider
      .retire(version, phone, end.signal)
      .catch((error: unknown) => {
        if (!end.signal.aborted) throw error;
        return RUN_DAYS;
      });
  const first = retire(1);
  const second = retire(2);
  const tally = await visits(world, callers);
  end.abort();
  const [goneOn] = await Promise.all([first, second]);
  const keptDays = goneOn - (RELEASE_DAYS[0] ?? 0);
  return { tally, phoned: phoned.size, keptDays };
}

function figuresOf(outcome: Outcome): Figure[] {
  const { tally, phoned, keptDays } = outcome;
  const longest = Math.round(tally.longestMs / DAY_MS);
  const unsaid = tally.failed - tally.inBrownouts;
  const kept = Math.round(keptDays);
  const rows: readonly (readonly [string, number, string])[] = [
    ['calls failed', tally.failed, `of ${tally.calls}`],
    ['outside brownouts', unsaid, 'nobody had said when'],
    ['longest, in days', longest, 'that a client was broken'],
    ['clients phoned', phoned, 'the cost'],
    ['v1 kept, days', kept, 'the cost, since v2 came'],
  ];
  return rows.map(([label, value, note]) => ({
    label,
    value,
    note,
    better: 'lower',
  }));
}

await compare({
  seed: 7,
  durationMs: RUN_DAYS * DAY_MS,
  baseline: {
    title: 'One shape, the newest',
    heading: 'newest',
    play: async (world) =>
      figuresOf(await withoutVersions(world)),
  },
  pattern: {
    title: 'Each version until it is unused',
    heading: 'versions',
    play: async (world) => figuresOf(await withVersions(world)),
  },
});
