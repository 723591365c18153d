import type { Alert, Slo } from '../../model/system.ts';
import type { Whole } from '../generator.ts';
import { plain } from '../markdown.ts';
import { deployableOf, flagStep, partName, rollbackStep, waitedFor } from './runbook-parts.ts';
import type { Pages } from './runbook-parts.ts';

type Burn = Extract<Alert['about'], { kind: 'burn' }>;

/** The promise of an SLO is being broken faster than it may. */
export function burnPages(burn: Burn, architecture: Whole): Pages {
  const slo = architecture.slos.find(({ id }) => id === burn.slo);
  const deployable = deployableOf(architecture, slo?.deployable ?? '');
  const id = deployable?.id ?? '';
  const name = partName(id, architecture);
  const operations = architecture.apis
    .filter((api) => api.deployable === id)
    .flatMap((api) => api.operations);
  const isLate = slo?.indicator === 'latency';
  return {
    owner: deployable?.owner ?? 'the owner of the system',
    meaning: meaningOf(burn, slo, name),
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
      ...orNothing(waitedFor(id, architecture)),
      '',
      'Then read its logs of the last ten minutes, by `trace_id` of the failed requests, and the errors that were not there yesterday.',
    ],
    after: [
      'Look at how much of the error budget is left. When more than a fifth of it went at once, or it is used up, releases wait until the cause is gone.',
    ],
  };
}

/** What the expression of the alert says, in numbers. */
function meaningOf(burn: Burn, slo: Slo | undefined, name: string): readonly string[] {
  if (slo === undefined) return [`${name} breaks its promise.`];
  const allowed = (100 - slo.objectivePercent) / 100;
  const promise =
    slo.thresholdMs === undefined
      ? `${slo.objectivePercent} % of all requests to ${name} are answered without an error of ours`
      : `${slo.objectivePercent} % of all requests to ${name} are answered within ${slo.thresholdMs} ms`;
  const share = percent(burn.rate * allowed);
  const hours = (slo.windowDays * 24) / burn.rate;
  return [
    `The promise \`${slo.id}\` is: ${promise}, over ${slo.windowDays} days. ${percent(allowed)} may fail.`,
    '',
    `Right now it fails ${burn.rate} times as fast as it may: over the last ${plain(burn.longWindow)} and over the last ${plain(burn.shortWindow)} more than ${share} of the requests failed it. If it goes on like this, what may fail in ${slo.windowDays} days is used up in ${duration(hours)}. The short window ends the alert soon after the cause is gone.`,
  ];
}

function limitStep({ rateLimits }: Whole): readonly string[] {
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
  return `${Number((share * 100).toPrecision(3))} %`;
}

function duration(hours: number): string {
  return hours >= 48 ? `${Math.round(hours / 24)} days` : `${Math.round(hours)} hours`;
}
