import {
  createClient,
  createRouterTransport,
} from '@connectrpc/connect';
import { compare, knob, type Figure, type World } from '#lab';
import { Backend } from './backend.ts';
import {
  Caller,
  type Calls,
  type CallerOptions,
} from './caller.ts';
import { carelessCaller, carelessService } from './careless.ts';
import { inTimeOf } from './connect-time.ts';
import { live, QUESTIONS, RUN_MS } from './day.ts';
import { DepotService } from './depot-pb.ts';
import { depotService } from './depot-service.ts';

const deadlineS = knob('DEADLINE_S', 2, 's', {
  min: 1,
  max: 6,
});
const tries = knob('TRIES', 4, 'tries', {
  min: 1,
  max: 6,
  whole: true,
});
const slowS = knob('SLOW_S', 4, 's', { min: 1, max: 8 });
const kept = knob('KEPT', 5, 'stops', {
  min: 1,
  max: 10,
  whole: true,
});
const cuts = knob('CUTS', 2, 'cuts', {
  min: 0,
  max: 5,
  whole: true,
});

/** How both ends of a call were written. */
interface Kind {
  service: typeof depotService;
  caller: (options: CallerOptions) => Calls;
}

async function play(
  world: World,
  { service, caller }: Kind,
): Promise<Figure[]> {
  const { clock, random } = world;
  const backend = new Backend(world, {
    slowMs: slowS * 1000,
    runMs: RUN_MS,
    kept,
  });
  const transport = createRouterTransport((router) =>
    router.service(DepotService, service(backend)),
  );
  const depot = createClient(DepotService, transport);
  const deadlineMs = deadlineS * 1000;
  const calls = caller({
    clock,
    depot,
    random: random.fork('jitter').next,
    deadlineMs,
    tries,
    backoffMs: 400,
    longestMs: 1_000,
  });
  const tally = await inTimeOf(clock, () =>
    live({ world, backend, depot, calls, deadlineMs, cuts }),
  );
  return [
    {
      label: 'routes planned',
      value: tally.planned,
      better: 'higher',
      note: `of ${QUESTIONS - Math.floor(QUESTIONS / 6)}`,
    },
    {
      label: 'measured for nobody',
      value: backend.forNobody,
      better: 'lower',
    },
    {
      label: 'asked in vain',
      value: backend.askedInVain,
      better: 'lower',
      note: 'no such address',
    },
    {
      label: 'phone behind, in s',
      value: Math.round(tally.phoneBehindMs / 100) / 10,
      better: 'lower',
    },
    {
      label: 'positions left out',
      value: backend.positionsSkipped,
      better: 'lower',
      note: 'the cost: a slow reader does not see them',
    },
    {
      label: 'scanned in vain',
      value: tally.scannedInVain,
      better: 'lower',
      note: '20 parcels, room for 12',
    },
    {
      label: 'stops missed',
      value: tally.stopsMissed,
      better: 'lower',
    },
    {
      label: 'driven twice',
      value: tally.drivenTwice,
      better: 'lower',
    },
    {
      label: 'whole lists read',
      value: backend.wholeLists,
      better: 'lower',
      note: 'the cost: one to begin, one per old token',
    },
  ];
}

/** Nothing has an end, and every mistake has one name. */
const careless: Kind = {
  service: carelessService,
  caller: carelessCaller,
};

const careful: Kind = {
  service: depotService,
  caller: (options) => new Caller(options),
};

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'No deadline, one code, no token',
    heading: 'without',
    play: (world) => play(world, careless),
  },
  pattern: {
    title: 'Deadlines, codes and tokens',
    heading: 'with',
    play: (world) => play(world, careful),
  },
});
