import { compare, knob } from '#lab';
import type { Figure, World } from '#lab';
import { Database } from './database.ts';
import { Kubelet } from './kubelet.ts';
import type { Probes } from './kubelet.ts';
import { Pod } from './pod.ts';
import { Balancer, RUN_MS, visit, VISITS } from './visitors.ts';

const PODS = 4;
const DEADLOCK_MS = 30_000;

const periodS = knob('PERIOD_S', 1, 's', { min: 0.5, max: 5 });
const failures = knob('FAILURES', 3, 'failures', {
  min: 1,
  max: 10,
  whole: true,
});
const startupS = knob('STARTUP_S', 10, 's', { min: 1, max: 30 });
const stuckS = knob('STUCK_S', 3, 's', { min: 0.5, max: 10 });
const deepReadiness = knob('DEEP_READINESS', 1, '', {
  min: 0,
  max: 1,
  whole: true,
});
const panicPct = knob('PANIC_PCT', 50, '%', { min: 0, max: 100 });
const slowS = knob('SLOW_S', 8, 's', { min: 0, max: 12 });

/** The pattern: each probe asks its own question. */
const threeQuestions: Probes = {
  startup: ({ health }) => health.startup(),
  live: ({ health }) => health.live(),
  ready: ({ health }) => health.ready(),
};

/** The baseline: one /health that looks at everything. */
function everything({ health }: Pod): boolean {
  const deep = health.failing().size === 0;
  return health.startup() && health.live() && deep;
}
const oneAnswer: Probes = {
  startup: everything,
  live: everything,
  ready: everything,
};

async function play(
  world: World,
  probes: Probes,
): Promise<Figure[]> {
  const { clock } = world;
  const database = new Database(world, slowS * 1000);
  const pods = Array.from(
    { length: PODS },
    (_, index) =>
      new Pod(world, {
        name: `pod ${index + 1}`,
        database,
        stuckMs: stuckS * 1000,
        deepReadiness: deepReadiness === 1,
      }),
  );
  const limit = { value: PODS, label: `all ${PODS}` };
  const show = (): void => {
    const running = pods.filter(({ runs }) => runs).length;
    world.value('pods that run', running, { limit });
  };
  const options = {
    periodMs: periodS * 1000,
    failures,
    startupMs: startupS * 1000,
  };
  const kubelet = new Kubelet(world, options, probes, show);
  clock.setTimer(DEADLOCK_MS, () => {
    world.note('pod 2 deadlocks');
    pods[1]?.deadlock();
  });
  const end = new AbortController();
  const balancer = new Balancer(pods, panicPct / 100);
  const visiting = async () => {
    try {
      return await visit(world, balancer);
    } finally {
      await clock.sleep(RUN_MS - clock.now());
      end.abort();
    }
  };
  const [failed] = await Promise.all([
    visiting(),
    ...pods.map((pod) => kubelet.tend(pod, end.signal)),
  ]);
  return figuresOf(failed, kubelet.restarts);
}

function figuresOf(
  failed: Record<'catalogue' | 'orders', number>,
  restarts: number,
): Figure[] {
  const better = 'lower';
  return [
    {
      label: 'catalogue failed',
      value: failed.catalogue,
      better,
      note: `of ${VISITS}: it never needs the database`,
    },
    {
      label: 'orders failed',
      value: failed.orders,
      better,
      note: `of ${VISITS}`,
    },
    {
      label: 'restarts',
      value: restarts,
      better,
      note: 'one pod was broken',
    },
  ];
}

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'One deep check for all probes',
    heading: 'one',
    play: (world) => play(world, oneAnswer),
  },
  pattern: {
    title: 'Three questions, three answers',
    heading: 'three',
    play: (world) => play(world, threeQuestions),
  },
});
