import type { Architecture } from './architecture.ts';
import { chainOf } from './build/promises.ts';
import { isSlug, twice } from './invariants-capabilities.ts';
import type { Solution } from './solution.ts';
import type { Alert, Slo } from './system.ts';

/** Rounding of percentages may hide this much. */
const rounding = 0.0002;

/** Every alert is about something that exists and has a runbook; promises fit to what is waited for; a rollout ends with everybody. */
export function brokenPromises(architecture: Architecture, solution: Solution): readonly string[] {
  const { alerts, slos, rollout, deployables } = architecture;
  const percents = rollout.stages.map(({ percent }) => percent);
  const rises = percents.every(
    (percent, index) => index === 0 || percent > (percents[index - 1] ?? 0),
  );
  return [
    ...twice([...alerts, ...slos].map(({ id }) => id)).map(
      (id) => `The alert or objective ${id} is there twice.`,
    ),
    ...[...alerts, ...slos].filter(({ id }) => !isSlug(id)).map(({ id }) => `“${id}” is no slug.`),
    ...alerts.flatMap((alert) => brokenAlert(alert, architecture)),
    ...deployables
      .filter(
        ({ id }) => !slos.some((slo) => slo.deployable === id && slo.indicator === 'availability'),
      )
      .map(({ id }) => `${id} promises nothing.`),
    ...brokenChain(architecture, solution),
    ...(rises && percents.at(-1) === 100 ? [] : ['The rollout does not end with everybody.']),
  ];
}

function brokenAlert(
  { id, runbook, about }: Alert,
  { slos, channels, dependencies, deployables }: Architecture,
): readonly string[] {
  const isKnown = (parts: readonly { readonly id: string }[], part: string): boolean =>
    parts.some((each) => each.id === part);
  const exists =
    about.kind === 'burn'
      ? isKnown(slos, about.slo)
      : 'channel' in about
        ? isKnown(channels, about.channel)
        : 'dependency' in about
          ? isKnown(dependencies, about.dependency)
          : isKnown(deployables, about.deployable);
  const slo = about.kind === 'burn' ? slos.find((each) => each.id === about.slo) : undefined;
  const reachable =
    about.kind !== 'burn' || slo === undefined || about.rate * (100 - slo.objectivePercent) <= 100;
  return [
    ...(/^runbooks\/[a-z0-9-]+\.md$/u.test(runbook) ? [] : [`The alert ${id} has no runbook.`]),
    ...(exists ? [] : [`The alert ${id} is about something that does not exist.`]),
    ...(reachable ? [] : [`The alert ${id} can never speak.`]),
  ];
}

/**
 * Nobody promises more than what it waits for allows: systems of others, or deployables. Where
 * others promise too little for the target, a tension has to say so.
 */
function brokenChain(
  { slos, deployables, dependencies, connections }: Architecture,
  { tensions }: Solution,
): readonly string[] {
  const chain = chainOf(deployables, dependencies, connections);
  const budgets = new Map(
    slos
      .filter(({ indicator }) => indicator === 'availability')
      .map((slo: Slo) => [slo.deployable, 100 - slo.objectivePercent] as const),
  );
  const isSaid = tensions.some(({ id }) => id === 'tension/promise-too-low');
  return deployables.flatMap(({ id }) => {
    const budget = budgets.get(id) ?? 0;
    return [
      ...(isSaid || chain.outside(id) <= budget + rounding
        ? []
        : [
            `${id} promises more than the systems of others that it waits for, and no tension says so.`,
          ]),
      ...[...chain.below(id)]
        .filter((each) => (budgets.get(each) ?? 0) > budget + rounding)
        .map((each) => `${id} promises more than ${each}, which it waits for.`),
    ];
  });
}
