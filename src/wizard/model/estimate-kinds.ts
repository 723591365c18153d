import type { Source } from './decision-kinds.ts';

interface EstimateBase {
  readonly title: string;
  /** What the numbers say, in a sentence or a few. */
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
  /** 95 of 100 requests are answered within so many milliseconds; absent in an overload. */
  readonly p95Ms?: number;
}

/** How many workers the busiest deployable needs, and how long requests wait for one. */
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
