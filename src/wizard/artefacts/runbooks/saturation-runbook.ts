import type { Architecture } from '../../model/architecture.ts';
import { capitalized } from '../../../lib/text.ts';
import { plain } from '../markdown.ts';
import { deployableOf, flagStep, partName, rollbackStep, waitedFor } from './runbook-parts.ts';
import type { Pages } from './runbook-parts.ts';

/** The workers of a deployable are nearly all busy. */
export function saturationPages(id: string, title: string, architecture: Architecture): Pages {
  const deployable = deployableOf(architecture, id);
  const name = partName(id, architecture);
  const replicas = deployable?.replicas ?? 1;
  const databases = architecture.stores.filter(
    ({ kind, schemas }) => kind === 'database' && schemas.some(({ writer }) => writer === id),
  );
  const database = databases.map((each) => partName(each.id, architecture)).join(', ');
  return {
    title: plain(capitalized(title)),
    owner: deployable?.owner ?? 'the owner of the system',
    meaning: [
      `${name} was sized for ${replicas} ${replicas === 1 ? 'replica' : 'replicas'} at the expected peak, with a third of its workers free. Now hardly any is free: from here on waiting time grows faster than load, and requests are refused.`,
    ],
    lookFirst: [
      'Do more requests come in, or does each take longer? Compare requests a second and time per request with the same hour of last week.',
      `Do all ${replicas} replicas run and take traffic? One that is gone leaves its work to the others.`,
      rollbackStep(architecture),
    ],
    stop: [
      `More requests: add replicas of ${name}.${database === '' ? '' : ` First see that ${database} has connections left: pool size × replicas must stay under its limit.`}`,
      'Slower requests: do not add replicas. Find what they wait for, below.',
      ...limitSteps(architecture),
      ...flagStep(architecture),
    ],
    cause: [
      `${name} waits for:`,
      '',
      ...orOwnWork(waitedFor(id, architecture)),
      '',
      'Whichever of these became slower keeps the workers busy. If none did, take a profile of one replica: a loop, a larger list or a missing index stands out.',
    ],
    after: [
      'Put the measured peak and the measured work per request into the wizard again, and compare its number of replicas with yours.',
    ],
  };
}

function limitSteps({ rateLimits }: Architecture): readonly string[] {
  return rateLimits
    .slice(0, 1)
    .map(
      ({ concurrent, where }) =>
        `See that requests beyond ${concurrent} at a time are refused at the ${where}, the least important ones first: a quick no is better than a late answer.`,
    );
}

function orOwnWork(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['- nobody: it is its own work.'] : lines;
}
