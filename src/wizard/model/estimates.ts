import type { Architecture } from './architecture.ts';
import { capacity, targetUtilization } from './capacity.ts';
import type { Source } from './decision-kinds.ts';
import { erlangC, waitingTime } from './erlang.ts';
import { grouped } from './fact-words.ts';
import type { Solution } from './solution.ts';
import { deployableCount } from './build-architecture.ts';

interface EstimateBase {
  readonly title: string;
  /** What the numbers say, in one sentence. */
  readonly finding: string;
  readonly formula: string;
  readonly assumptions: readonly string[];
  readonly source: Source;
}

/** How long the system may be down, and how long it is when something it waits for is down. */
export interface DowntimeEstimate extends EstimateBase {
  readonly kind: 'downtime';
  /** What the target leaves, in minutes a month. */
  readonly budgetMinutes: number;
  /** Minutes a month of each outside system that requests wait for. */
  readonly dependencies: readonly { readonly label: string; readonly minutes: number }[];
}

/** One way of running: all replicas, or one lost. */
export interface CapacityCase {
  readonly label: string;
  readonly workers: number;
  /** Share of the time that a worker is busy; 1 or more is an overload. */
  readonly utilization: number;
  /** Probability that a request has to wait; absent in an overload. */
  readonly waitProbability?: number;
  /** Average waiting time in milliseconds; absent in an overload. */
  readonly waitMs?: number;
}

/** How many workers a deployable needs, and how long requests wait for one. */
export interface CapacityEstimate extends EstimateBase {
  readonly kind: 'capacity';
  readonly requestsPerSecond: number;
  readonly workMs: number;
  readonly busyWorkers: number;
  readonly replicas: number;
  readonly workersPerReplica: number;
  readonly cases: readonly CapacityCase[];
}

export type Estimate = DowntimeEstimate | CapacityEstimate;

/** A year of 365.25 days has 525,960 minutes; a month is a twelfth of it. */
export const minutesPerMonth = 43_830;

/** The estimates that the present decisions allow. */
export function estimates(solution: Solution, architecture: Architecture): readonly Estimate[] {
  return [downtime(solution, architecture), workers(solution)];
}

/** Minutes a month that an availability leaves: (1 − availability) × minutes of a month. */
export function downtimeMinutes(percent: number): number {
  return (1 - percent / 100) * minutesPerMonth;
}

/** 43.83 → "43 min 50 s"; 438.3 → "7 h 18 min". */
export function minutesInWords(minutes: number): string {
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${Math.floor(minutes % 60)} min`;
  const seconds = Math.round(minutes * 60);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function downtime({ facts }: Solution, { connections }: Architecture): DowntimeEstimate {
  const budgetMinutes = downtimeMinutes(Number(facts.availability));
  const waits = connections.some(
    (each) => each.kind === 'sync' && each.to === 'outside' && facts.whenDown === 'fail',
  );
  const minutes = downtimeMinutes(Number(facts.outsideAvailability));
  const dependencies = Array.from({ length: waits ? facts.outsideCalls : 0 }, (_, index) => ({
    label: `outside system ${index + 1}`,
    minutes,
  }));
  const used = dependencies.length * minutes;
  const budget = minutesInWords(budgetMinutes);
  return {
    kind: 'downtime',
    title: 'Downtime a month',
    finding:
      used === 0
        ? `${facts.availability} % leaves ${budget} a month, and no outside system uses any of it.`
        : `${facts.availability} % leaves ${budget} a month, and what you wait for outside may use ${minutesInWords(used)} of it.`,
    formula: '(1 − availability) × 43,830 minutes; parts that are all needed add up',
    assumptions: [
      'a month is a twelfth of 365.25 days',
      'outages do not overlap, which is the worst case',
      'your own platform and database are not counted; their providers state their own figures',
    ],
    source: {
      title: 'Site Reliability Engineering, appendix A, Availability Table',
      url: 'https://sre.google/sre-book/availability-table/',
    },
    budgetMinutes,
    dependencies,
  };
}

function workers(solution: Solution): CapacityEstimate {
  const { facts, decisions } = solution;
  const count = deployableCount(solution);
  const minimum = decisions.platform.parameters['minimumReplicas'] ?? 1;
  const size = capacity(facts, minimum, 1 / count);
  const all = size.replicas * size.workersPerReplica;
  const cases = [
    capacityCase(
      size.replicas === 1 ? 'the replica' : 'all replicas',
      size.busyWorkers,
      all,
      facts.workMs,
    ),
  ];
  if (size.replicas > 1) {
    cases.push(
      capacityCase(
        'one replica lost',
        size.busyWorkers,
        all - size.workersPerReplica,
        facts.workMs,
      ),
    );
  }
  return {
    kind: 'capacity',
    title: `Workers busy at the peak: ${rate(size.requestsPerSecond)} requests/s × ${grouped(facts.workMs)} ms`,
    finding: capacityFinding(cases),
    formula: `workers = ⌈requests/s × seconds of work ÷ ${targetUtilization}⌉, and enough to lose a replica; waiting time by Erlang C`,
    assumptions: [
      'a worker handles one request at a time',
      'requests arrive independently of each other; real peaks are worse',
      ...(count > 1 ? [`the load is spread evenly over ${count} services`] : []),
    ],
    source: {
      title: 'Koole and Mandelbaum, Queueing Models of Call Centers: An Introduction (2002)',
      url: 'https://doi.org/10.1023/A:1020949626017',
    },
    requestsPerSecond: size.requestsPerSecond,
    workMs: facts.workMs,
    busyWorkers: size.busyWorkers,
    replicas: size.replicas,
    workersPerReplica: size.workersPerReplica,
    cases,
  };
}

function capacityCase(label: string, busy: number, servers: number, workMs: number): CapacityCase {
  const utilization = busy / servers;
  if (utilization >= 1) return { label, workers: servers, utilization };
  const waitProbability = erlangC(servers, busy);
  return {
    label,
    workers: servers,
    utilization,
    waitProbability,
    waitMs: waitingTime(servers, busy, workMs),
  };
}

function capacityFinding([normal, lost]: readonly CapacityCase[]): string {
  if (normal === undefined) return '';
  const busy = `At the peak ${percent(normal.utilization)} of ${grouped(normal.workers)} workers are busy and a request waits ${wait(normal)}`;
  if (lost === undefined) return `${busy}; while the only replica restarts, nothing answers.`;
  if (lost.utilization >= 1)
    return `${busy}; with one replica lost the rest is overloaded at the peak.`;
  return `${busy}; with one replica lost it waits ${wait(lost)}.`;
}

function wait({ waitMs }: CapacityCase): string {
  if (waitMs === undefined) return 'without end';
  return waitMs < 1 ? 'less than 1 ms' : `${grouped(Math.round(waitMs))} ms`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function rate(value: number): string {
  return Number.isInteger(value) ? grouped(value) : value.toFixed(1);
}
