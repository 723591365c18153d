import type { Channel, Connection, Deployable, Dependency } from '../architecture.ts';
import type { Alert, Rollout, Slo } from '../system.ts';
import type { Plan } from './plan.ts';

/** Days over which promises are kept or broken. */
const windowDays = 30;

/** 95 of 100 answers arrive within the time that was asked for. */
const latencyPercent = 95;

/** What each deployable promises. Who is called by others gets a part of their error budget. */
export function slosOf(
  { solution }: Plan,
  deployables: readonly Deployable[],
  connections: readonly Connection[],
): readonly Slo[] {
  const { availability, p95Ms } = solution.facts;
  const ids = new Set(deployables.map(({ id }) => id));
  const inner = connections.filter(
    (each) => each.kind === 'sync' && ids.has(each.from) && ids.has(each.to),
  );
  const budgets = new Map<string, number>();
  const budgetOf = (id: string): number => {
    const known = budgets.get(id);
    if (known !== undefined) return known;
    const callers = inner.filter(({ to }) => to === id).map(({ from }) => from);
    const shares = callers.map((caller) => {
      const called = new Set(inner.filter(({ from }) => from === caller).map(({ to }) => to));
      return budgetOf(caller) / (called.size + 1);
    });
    const budget = Math.min(100 - Number(availability), ...shares);
    budgets.set(id, budget);
    return budget;
  };
  return deployables.flatMap(({ id }): readonly Slo[] => {
    const isCalled = inner.some(({ to }) => to === id);
    return [
      {
        id: `${id}-availability`,
        deployable: id,
        indicator: 'availability',
        objectivePercent: rounded(100 - budgetOf(id)),
        windowDays,
      },
      {
        id: `${id}-latency`,
        deployable: id,
        indicator: 'latency',
        objectivePercent: latencyPercent,
        windowDays,
        thresholdMs: isCalled ? Math.max(1, Math.floor(p95Ms / 2)) : p95Ms,
      },
    ];
  });
}

/** Upwards, so that a part never promises less than its share. */
function rounded(percent: number): number {
  return Math.min(99.9999, Math.ceil(percent * 10_000 - 1e-6) / 10_000);
}

/** Rates at which the error budget burns, and the windows in which that is seen. */
const burns = [
  { rate: 14.4, longWindow: '1h', shortWindow: '5m', wakes: true },
  { rate: 6, longWindow: '6h', shortWindow: '30m', wakes: true },
  { rate: 1, longWindow: '3d', shortWindow: '6h', wakes: false },
] as const;

/** What wakes somebody, or can wait until the morning. Nobody is woken where fewer than four share the nights. */
export function alertsOf(
  { solution }: Plan,
  slos: readonly Slo[],
  parts: {
    readonly deployables: readonly Deployable[];
    readonly channels: readonly Channel[];
    readonly dependencies: readonly Dependency[];
    readonly connections: readonly Connection[];
  },
): readonly Alert[] {
  const wakes = solution.facts.running.includes('on-call');
  const severity = (urgent: boolean): Alert['severity'] => (urgent && wakes ? 'page' : 'ticket');
  const alert = (id: string, title: string, urgent: boolean, about: Alert['about']): Alert => ({
    id,
    title,
    severity: severity(urgent),
    runbook: `runbooks/${about.kind === 'burn' ? about.slo : id}.md`,
    about,
  });
  const label = (id: string): string =>
    [...parts.deployables, ...parts.channels, ...parts.dependencies].find((each) => each.id === id)
      ?.label ?? id;
  const guarded = new Set(
    parts.connections.flatMap((each) => (each.kind === 'sync' && each.breaker ? [each.to] : [])),
  );
  return [
    ...slos.flatMap((slo) =>
      burns.map(({ rate, longWindow, shortWindow, wakes: urgent }) =>
        alert(
          `${slo.id}-burn-${String(rate).replace('.', '-')}`,
          `${label(slo.deployable)}: ${slo.indicator} burns its budget ${rate} times too fast`,
          urgent,
          { kind: 'burn', slo: slo.id, rate, longWindow, shortWindow },
        ),
      ),
    ),
    ...parts.channels.flatMap((channel) => [
      alert(`${channel.id}-dead-letters`, `${channel.label}: messages keep failing`, false, {
        kind: 'dead-letters',
        channel: channel.id,
      }),
      alert(`${channel.id}-oldest-message`, `${channel.label}: messages wait too long`, true, {
        kind: 'oldest-message',
        channel: channel.id,
      }),
    ]),
    ...parts.dependencies.map((each) =>
      guarded.has(each.id)
        ? alert(`${each.id}-breaker-open`, `${each.label}: the breaker is open`, false, {
            kind: 'breaker-open',
            dependency: each.id,
          })
        : alert(`${each.id}-down`, `${each.label}: does not answer`, false, {
            kind: 'outside-down',
            dependency: each.id,
          }),
    ),
    ...parts.deployables.map((each) =>
      alert(`${each.id}-saturation`, `${each.label}: workers are busy`, false, {
        kind: 'saturation',
        deployable: each.id,
      }),
    ),
  ];
}

/** Shares of a canary after its first one (our convention). */
const laterShares = [25, 50, 100] as const;

/** How a new version reaches everybody. */
export function rolloutOf({ solution }: Plan): Rollout {
  const { facts, decisions } = solution;
  const { chosen: strategy, parameters } = decisions.rollout;
  const first = parameters.canaryPercent ?? 5;
  const watched = Math.max(5, facts.rollbackMinutes);
  const shares =
    strategy === 'canary' ? [first, ...laterShares.filter((each) => each > first)] : [100];
  return {
    strategy,
    flags: parameters.featureFlags !== undefined,
    stages: shares.map((percent) => ({ percent, minutes: watched })),
    rollbackMinutes: facts.rollbackMinutes,
  };
}
