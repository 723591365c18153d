import type { Architecture, Deployable } from '../../model/architecture.ts';
import { plain } from '../markdown.ts';
import { partNames } from '../part-names.ts';

/** What one kind of alert fills the sections with; steps and points are Markdown. */
export interface Pages {
  /** The title, as Markdown. */
  readonly title: string;
  readonly owner: string;
  readonly meaning: readonly string[];
  readonly lookFirst: readonly string[];
  readonly stop: readonly string[];
  readonly cause: readonly string[];
  readonly after: readonly string[];
}

/** How a release is taken back, as a step. */
export function rollbackStep({ rollout }: Architecture): string {
  const within = `It has to be done within ${rollout.rollbackMinutes} minutes.`;
  switch (rollout.strategy) {
    case 'canary':
      return `Was something released in the last hours? Set the share of the new version to 0 %, then look. ${within}`;
    case 'blue-green':
      return `Was something released in the last hours? Switch the traffic back to the other side, then look. ${within}`;
    case 'rolling':
      return `Was something released in the last hours? Roll the version before out again, then look. ${within}`;
  }
}

/** The flags as a step, where features have flags. */
export function flagStep({ rollout }: Architecture): readonly string[] {
  return rollout.flags ? ['Was a flag switched in the last hours? Switch it back.'] : [];
}

/** A part as a reader knows it. */
export function partName(id: string, architecture: Architecture): string {
  return plain(partNames(architecture).get(id) ?? id);
}

/** The deployable with this id, or the first one where it stands for all. */
export function deployableOf({ deployables }: Architecture, id: string): Deployable | undefined {
  return deployables.find((each) => each.id === id) ?? deployables[0];
}

/** What a deployable waits for, one point for each call: the most usual causes of errors and of slowness. */
export function waitedFor(id: string, architecture: Architecture): readonly string[] {
  return architecture.connections.flatMap((each) => {
    if (each.kind !== 'sync' || each.from !== id) return [];
    const tries = each.attempts === 1 ? 'once' : `up to ${each.attempts} times`;
    const breaker = each.breaker ? ', behind a breaker' : '';
    return [
      `- ${partName(each.to, architecture)} (${plain(each.label)}): asked ${tries}, ${each.timeoutMs} ms an attempt${breaker}; when it fails: ${plain(each.fallback)}.`,
    ];
  });
}
