import type { Alert, Slo } from '../../model/system.ts';
import type { Architecture } from '../../model/architecture.ts';
import { capitalized } from '../../../lib/text.ts';
import { table } from '../markdown.ts';
import { deployableOf, flagStep, partName, rollbackStep, waitedFor } from './runbook-parts.ts';
import type { Pages } from './runbook-parts.ts';

/** The promise of an SLO is being broken faster than it may. */
export function burnPages(id: string, alerts: readonly Alert[], architecture: Architecture): Pages {
  const slo = architecture.slos.find((each) => each.id === id);
  const deployable = deployableOf(architecture, slo?.deployable ?? '');
  const part = deployable?.id ?? '';
  const name = partName(part, architecture);
  const operations = architecture.apis
    .filter((api) => api.deployable === part)
    .flatMap((api) => api.operations);
  const isLate = slo?.indicator === 'latency';
  return {
    title: `${capitalized(name)}: ${isLate ? 'answers are too slow' : 'requests fail'}`,
    owner: deployable?.owner ?? 'the owner of the system',
    meaning: meaningOf(alerts, slo, name),
    lookFirst: [
      `Is it all operations or one? Compare ${isLate ? 'the slowest 5 of 100 answers' : 'the share of 5xx answers'} by operation${listed(operations.map((each) => each.id))}.`,
      `Is it all replicas of ${name} or one? One alone is taken out of the rotation and kept for a look.`,
      rollbackStep(architecture),
      'Did the load change? Compare requests a second with the same hour of last week.',
    ],
    stop: [
      'Take back the last release, if there was one: causes are found later.',
      ...flagStep(architecture),
      ...limitStep(architecture),
      `Add replicas of ${name} only if its workers are busy; if it waits for others, more replicas make it worse.`,
    ],
    cause: [
      `Open a trace of ${isLate ? 'a slow' : 'a failed'} request and look for the longest span. ${name} waits for:`,
      '',
      ...orNothing(waitedFor(part, architecture)),
      '',
      'Then read its logs of the last ten minutes, by `trace_id` of the failed requests, and the errors that were not there yesterday.',
    ],
    after: [
      'Look at how much of the error budget is left. When more than a fifth of it went at once, or it is used up, releases wait until the cause is gone.',
    ],
  };
}

/** What the expression of the alert says, in numbers. */
function meaningOf(
  alerts: readonly Alert[],
  slo: Slo | undefined,
  name: string,
): readonly string[] {
  if (slo === undefined) return [`${name} breaks its promise.`];
  const allowed = (100 - slo.objectivePercent) / 100;
  const promise =
    slo.thresholdMs === undefined
      ? `${slo.objectivePercent} % of all requests to ${name} are answered without an error of ours`
      : `${slo.objectivePercent} % of all requests to ${name} are answered within ${slo.thresholdMs} ms`;
  const budgetHours = slo.windowDays * 24;
  return [
    `The promise \`${slo.id}\` is: ${promise}, over ${slo.windowDays} days. ${percent(allowed)} may fail.`,
    '',
    'Each alert fires while it fails more often than the share below over both windows. The long window keeps a short hiccup from waking anybody; the short one ends the alert soon after the cause is gone.',
    '',
    ...table(
      ['Alert', 'Fails more often than', 'Over the last', 'All that may fail is used up in'],
      alerts.flatMap(({ id, about }) =>
        about.kind === 'burn'
          ? [
              [
                `\`${id}\``,
                `${percent(about.rate * allowed)} (${about.rate} × ${percent(allowed)})`,
                `${about.longWindow} and ${about.shortWindow}`,
                duration(budgetHours / about.rate),
              ],
            ]
          : [],
      ),
    ),
  ];
}

function limitStep({ rateLimits }: Architecture): readonly string[] {
  const [limit] = rateLimits;
  if (limit === undefined) return [];
  const who = { address: 'address', 'api-key': 'API key', tenant: 'tenant' }[limit.of];
  return [
    `Does one ${who} send far more than the others? Lower its limit (${limit.perSecond} a second, at the ${limit.where}) for now.`,
  ];
}

function orNothing(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['- nothing: the cause is in it.'] : lines;
}

function listed(ids: readonly string[]): string {
  return ids.length === 0 ? '' : ` (${ids.map((id) => `\`${id}\``).join(', ')})`;
}

/** 0.00144 → "0.144 %". */
function percent(share: number): string {
  return `${Number((Math.min(1, share) * 100).toPrecision(3))} %`;
}

function duration(hours: number): string {
  return hours >= 48 ? `${Math.round(hours / 24)} days` : `${Math.round(hours)} hours`;
}
