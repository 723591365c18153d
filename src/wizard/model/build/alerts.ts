import type { Channel, Connection, Dependency, Deployable } from '../architecture.ts';
import type { Alert, Slo } from '../system.ts';
import type { Plan } from './plan.ts';

/** What alerts are about. */
interface Watched {
  readonly deployables: readonly Deployable[];
  readonly channels: readonly Channel[];
  readonly dependencies: readonly Dependency[];
  readonly connections: readonly Connection[];
}

/** How fast an error budget burns, and the windows in which that is seen. */
interface Burn {
  readonly id: string;
  readonly says: string;
  readonly rate: number;
  readonly longWindow: string;
  readonly shortWindow: string;
  readonly urgent: boolean;
}

/** Site Reliability Workbook, chapter 5: 2 % of the budget in an hour, 5 % in six hours, 10 % in three days. */
const windows = [
  { id: 'fast', rate: 14.4, longWindow: '1h', shortWindow: '5m', urgent: true },
  { id: 'medium', rate: 6, longWindow: '6h', shortWindow: '30m', urgent: true },
  { id: 'slow', rate: 1, longWindow: '3d', shortWindow: '6h', urgent: false },
] as const;

/** A threshold speaks when so many percent of the answers were errors for ten minutes (our convention). */
const errorPercent = 5;

/** What wakes somebody, or can wait until the morning. Nobody is woken where fewer than four share the nights. */
export function alertsOf(plan: Plan, slos: readonly Slo[], watched: Watched): readonly Alert[] {
  const wakes = plan.solution.facts.running.includes('on-call');
  const labels = new Map(
    [...watched.deployables, ...watched.channels, ...watched.dependencies].map(
      ({ id, label }) => [id, label] as const,
    ),
  );
  const alert = (
    id: string,
    part: string,
    says: string,
    urgent: boolean,
    about: Alert['about'],
  ) => ({
    id,
    title: `${labels.get(part) ?? part}: ${says}`,
    severity: urgent && wakes ? ('page' as const) : ('ticket' as const),
    runbook: `runbooks/${about.kind === 'burn' ? about.slo : id}.md`,
    about,
  });
  return [
    ...slos.flatMap((slo) =>
      burnsOf(plan, slo).map(({ id, says, rate, longWindow, shortWindow, urgent }) =>
        alert(`${slo.id}-${id}`, slo.deployable, says, urgent, {
          kind: 'burn',
          slo: slo.id,
          rate,
          longWindow,
          shortWindow,
        }),
      ),
    ),
    ...watched.channels.flatMap(({ id }) => [
      alert(`${id}-dead-letters`, id, 'messages keep failing', false, {
        kind: 'dead-letters',
        channel: id,
      }),
      alert(`${id}-oldest-message`, id, 'messages wait too long', true, {
        kind: 'oldest-message',
        channel: id,
      }),
    ]),
    ...watched.dependencies.map(({ id }) =>
      hasBreaker(id, watched)
        ? alert(`${id}-breaker-open`, id, 'the breaker is open', false, {
            kind: 'breaker-open',
            dependency: id,
          })
        : alert(`${id}-down`, id, 'does not answer', false, {
            kind: 'outside-down',
            dependency: id,
          }),
    ),
    ...watched.deployables.map(({ id }) =>
      alert(`${id}-saturation`, id, 'workers are busy', false, {
        kind: 'saturation',
        deployable: id,
      }),
    ),
  ];
}

/** A threshold is a burn rate, too: so many percent of errors are so many times the budget. */
function burnsOf({ settings }: Plan, { indicator, objectivePercent }: Slo): readonly Burn[] {
  const told = indicator === 'latency' ? 'slow answers use up' : 'errors use up';
  if (settings.alerting === 'burn-rate') {
    return windows.map((window) => ({
      ...window,
      id: `${window.id}-burn`,
      says: `${told} the budget ${window.rate === 1 ? 'before its time' : `${window.rate} times too fast`}`,
    }));
  }
  const budget = 100 - objectivePercent;
  const percent = indicator === 'latency' ? budget : Math.max(errorPercent, budget);
  return [
    {
      id: 'threshold',
      says: `${indicator === 'latency' ? 'slow answers' : 'errors'} have been over ${Number(percent.toFixed(4))} % for ten minutes`,
      rate: Number((percent / budget).toPrecision(6)),
      longWindow: '10m',
      shortWindow: '5m',
      urgent: true,
    },
  ];
}

function hasBreaker(id: string, { connections }: Watched): boolean {
  return connections.some((each) => each.kind === 'sync' && each.to === id && each.breaker);
}
