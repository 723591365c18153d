import { replicaSizes } from '../../model/replica-sizes.ts';
import type { ReplicaSize } from '../../model/replica-sizes.ts';
import type { Alert } from '../../model/system.ts';
import type { RecordContext } from '../adr.ts';
import { addressOf } from './addresses.ts';
import { burns, fullness, outsideErrors, poolUse } from './expressions.ts';
import { metrics } from './metrics.ts';
import { oldestSeconds } from './thresholds.ts';

/** One rule as Prometheus reads it. */
interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Where runbooks are read; a person replaces it by their own place. */
const runbooks = 'https://docs.example.com/';

/** A rule for each alert of the model. */
export function alertRules(context: RecordContext): readonly AlertRule[] {
  const sizes = replicaSizes(context.solution, context.architecture);
  return context.architecture.alerts.map((alert) => {
    const { expr, wait, says } = conditionOf(alert, context, sizes);
    return {
      alert: alertName(alert.id),
      expr,
      for: wait,
      labels: { severity: alert.severity, alert_id: alert.id },
      annotations: {
        summary: alert.title,
        description: says,
        runbook_url: `${runbooks}${alert.runbook}`,
      },
    };
  });
}

/** An id in the form that names of alerts have: "app-fast" becomes "AppFast". */
export function alertName(id: string): string {
  return id
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

interface Condition {
  readonly expr: string;
  readonly wait: string;
  readonly says: string;
}

function conditionOf(
  { about }: Alert,
  { solution, architecture }: RecordContext,
  sizes: ReadonlyMap<string, ReplicaSize>,
): Condition {
  switch (about.kind) {
    case 'burn': {
      const slo = architecture.slos.find(({ id }) => id === about.slo);
      if (slo === undefined) throw new Error(`No objective ${about.slo} for an alert.`);
      const { rate, longWindow, shortWindow } = about;
      return {
        expr: burns(slo, rate, longWindow, shortWindow),
        wait: '2m',
        says: `The error budget of ${slo.objectivePercent} % over ${slo.windowDays} days burns ${rate} times as fast as it may, over ${longWindow} and still over ${shortWindow}.`,
      };
    }
    case 'dead-letters':
      return {
        expr: `sum(increase(${metrics.deadLetters}{messaging_destination_name="${about.channel}"}[15m])) > 0`,
        wait: '0m',
        says: 'At least one message failed every attempt in the last 15 minutes and waits for a person.',
      };
    case 'oldest-message': {
      const most = oldestSeconds(solution);
      return {
        expr: `max(${metrics.oldestMessage}{messaging_destination_name="${about.channel}"}) > ${most}`,
        wait: '5m',
        says: `The oldest message has waited longer than ${most} seconds, and has done so for five minutes.`,
      };
    }
    case 'outside-down':
      return {
        expr: `${outsideErrors(addressOf(about.dependency))} > 0.5`,
        wait: '5m',
        says: 'More than half of the calls to this system have failed for five minutes.',
      };
    case 'breaker-open':
      return {
        expr: `max(${metrics.breakerOpen}{dependency="${about.dependency}"}) > 0`,
        wait: '2m',
        says: 'A breaker has stayed open for two minutes, so callers get the fallback.',
      };
    case 'saturation': {
      const concurrent = sizes.get(about.deployable)?.concurrent ?? 1;
      return {
        expr: `(${fullness(about.deployable, concurrent)} > 0.8) or (${poolUse(about.deployable)} > 0.9)`,
        wait: '10m',
        says: `A replica holds more than 80 % of the ${concurrent} requests above which it refuses, or more than 90 % of its database connections.`,
      };
    }
  }
}
