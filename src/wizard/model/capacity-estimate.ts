import { capacity, lostUtilization, workersPerReplicaLimit } from './capacity.ts';
import type { Capacity, Load } from './capacity.ts';
import { waiting } from './erlang.ts';
import type { CapacityCase, CapacityEstimate } from './estimate-kinds.ts';
import { grouped } from './fact-words.ts';
import { deployableCount, hasHotPart, loadsOf, visits } from './loads.ts';
import { targetUtilization } from './measures.ts';
import { countedInWords } from './sentences.ts';
import type { Solution } from './solution.ts';

/** How many workers the busiest deployable needs, and how long its requests take. */
export function capacityEstimate(solution: Solution): CapacityEstimate {
  const [load] = loadsOf(solution);
  if (load === undefined) throw new Error('There is no deployable to size.');
  const size = capacity(load);
  const cases = casesOf(load, size);
  const where = hasHotPart(solution) ? ' in the busiest service' : '';
  return {
    kind: 'capacity',
    title: `Workers busy at the peak${where}: ${rate(load.requestsPerSecond)} × ${grouped(load.workMs)} ms`,
    finding: `${busyInWords(cases)} ${verdict(load, cases)}`,
    formula: `workers = ⌈requests/s × seconds of work ÷ ${targetUtilization}⌉, and more until 95 of 100 answers are in time with a replica lost; waiting time by Erlang C`,
    assumptions: assumptionsOf(solution),
    source: {
      title: 'Koole and Mandelbaum, Queueing Models of Call Centers: An Introduction (2002)',
      url: 'https://doi.org/10.1023/A:1020949626017',
    },
    requestsPerSecond: load.requestsPerSecond,
    workMs: load.workMs,
    busyWorkers: size.busyWorkers,
    replicas: size.replicas,
    workersPerReplica: size.workersPerReplica,
    cases,
  };
}

function casesOf(
  load: Load,
  { busyWorkers, replicas, workersPerReplica }: Capacity,
): readonly CapacityCase[] {
  const all = replicas * workersPerReplica;
  const normal = caseOf(replicas === 1 ? 'the replica' : 'all replicas', load, busyWorkers, all);
  if (replicas === 1) return [normal];
  return [normal, caseOf('one replica lost', load, busyWorkers, all - workersPerReplica)];
}

function caseOf(label: string, { workMs }: Load, busy: number, workers: number): CapacityCase {
  const utilization = busy / workers;
  if (utilization >= 1) return { label, workers, utilization };
  const { probability, average, p95 } = waiting(workers, busy, workMs);
  return {
    label,
    workers,
    utilization,
    waitProbability: probability,
    waitMs: average,
    p95Ms: p95 + workMs,
  };
}

function busyInWords([normal, lost]: readonly CapacityCase[]): string {
  if (normal === undefined) return '';
  const who = normal.workers === 1 ? 'the worker is' : `the ${grouped(normal.workers)} workers are`;
  const busy = `At the peak ${who} busy ${Math.round(normal.utilization * 100)} % of the time and a request waits ${wait(normal)} on average`;
  return lost === undefined
    ? `${busy}; while the only replica restarts, nothing answers.`
    : `${busy}; with one replica lost it waits ${wait(lost)}.`;
}

/** Whether the wish for quick answers is met, and by how much it is missed. */
function verdict({ workMs, p95Ms }: Load, cases: readonly CapacityCase[]): string {
  const slowest = Math.max(...cases.map((each) => each.p95Ms ?? Number.POSITIVE_INFINITY));
  if (workMs > p95Ms) {
    return `The work alone takes ${grouped(workMs)} ms, and ${grouped(p95Ms)} ms are allowed: no number of workers is enough.`;
  }
  const when = cases.length > 1 ? ', even then' : '';
  const inTime = slowest <= p95Ms ? 'which meets' : 'which misses';
  return `95 of 100 are answered within ${grouped(Math.ceil(slowest))} ms${when}, ${inTime} the ${grouped(p95Ms)} ms allowed.`;
}

function wait({ waitMs }: CapacityCase): string {
  if (waitMs === undefined) return 'without end';
  return waitMs < 1 ? 'less than 1 ms' : `${grouped(Math.round(waitMs))} ms`;
}

/** "1 request/s", "16.7 requests/s". */
function rate(perSecond: number): string {
  const said = Number.isInteger(perSecond) ? grouped(perSecond) : perSecond.toFixed(1);
  return `${said} ${perSecond === 1 ? 'request' : 'requests'}/s`;
}

function assumptionsOf(solution: Solution): readonly string[] {
  const count = deployableCount(solution);
  const passes = visits(solution);
  const attempts = solution.decisions.resilience.parameters.attempts ?? 1;
  return [
    'a worker handles one request at a time',
    'requests arrive independently of each other; real peaks are worse',
    `workers are at most ${targetUtilization * 100} % busy, ${lostUtilization * 100} % with a replica lost, and a replica has at most ${workersPerReplicaLimit} of them (our convention)`,
    'a client waits four times as long as 95 of 100 answers take, and each caller keeps a fifth of its time for itself (our convention)',
    `while something fails, retries at one layer can multiply its load by ${attempts}; with r retries at each of d layers it would be (1 + r)^d`,
    ...(count > 1 ? spreadOf(solution, count, passes) : []),
  ];
}

function spreadOf(solution: Solution, count: number, passes: number): readonly string[] {
  const services = countedInWords(count, 'service');
  return [
    hasHotPart(solution)
      ? `one of ${services} carries ten times as much as each of the others`
      : `the load is spread evenly over ${services}`,
    ...(passes > 1
      ? [
          `a request keeps a worker busy in ${countedInWords(passes, 'service')}, one after the other, and each has an equal part of the time (our convention)`,
        ]
      : []),
  ];
}
