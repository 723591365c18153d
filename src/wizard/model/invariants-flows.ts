import type { Architecture } from './architecture.ts';
import { isSlug, twice } from './invariants-capabilities.ts';
import type { Flow, Message } from './system.ts';

/**
 * Every flow has one pivot, what comes before it can be undone and what comes after it is tried
 * again; every message goes from and to what exists, waits somewhere and tells no secret.
 */
export function brokenFlows(architecture: Architecture): readonly string[] {
  const { flows, messages } = architecture;
  const known = new Set(architecture.capabilities.map(({ id }) => id));
  return [
    ...twice(flows.map(({ id }) => id)).map((id) => `The flow ${id} is there twice.`),
    ...twice(messages.map(({ id }) => id)).map((id) => `The message ${id} is there twice.`),
    ...twice(messages.map(({ type }) => type)).map(
      (type) => `Two messages are of the type ${type}.`,
    ),
    ...[...flows, ...messages]
      .filter(({ id }) => !isSlug(id))
      .map(({ id }) => `“${id}” is no slug.`),
    ...flows.flatMap((flow) => brokenFlow(flow, known)),
    ...messages.flatMap((message) => brokenMessage(message, known, architecture)),
  ];
}

function brokenFlow({ id, steps }: Flow, known: ReadonlySet<string>): readonly string[] {
  const pivots = steps.filter(({ role }) => role === 'pivot').length;
  const pivot = steps.findIndex(({ role }) => role === 'pivot');
  return [
    ...(pivots === 1 ? [] : [`The flow ${id} has ${pivots} pivots.`]),
    ...twice(steps.map((step) => step.id)).map((step) => `The flow ${id} has two steps ${step}.`),
    ...steps.flatMap((step, index) => [
      ...(known.has(step.capability) ? [] : [`${id}/${step.id} belongs to no capability.`]),
      ...(index < pivot && step.undo === undefined
        ? [`${id}/${step.id} comes before the pivot and cannot be undone.`]
        : []),
      ...(index > pivot && step.role !== 'retried'
        ? [`${id}/${step.id} comes after the pivot and is not tried again.`]
        : []),
      ...(step.timeoutMs > 0 && step.attempts > 0 ? [] : [`${id}/${step.id} has no timeout.`]),
    ]),
  ];
}

function brokenMessage(
  { id, channel, from, to, key, fields, perSecond, attempts }: Message,
  known: ReadonlySet<string>,
  { channels }: Architecture,
): readonly string[] {
  const names = fields.map(({ name }) => name);
  return [
    ...(channels.some((each) => each.id === channel)
      ? []
      : [`${id} waits in ${channel}, which does not exist.`]),
    ...[from, ...to]
      .filter((each) => !known.has(each))
      .map((each) => `${id} names ${each}, which does not exist.`),
    ...(to.length > 0 ? [] : [`Nobody receives ${id}.`]),
    ...(key === undefined || names.includes(key)
      ? []
      : [`${id} is ordered by ${key}, which it does not carry.`]),
    ...twice(names).map((name) => `${id} carries ${name} twice.`),
    ...fields
      .filter(({ sensitive }) => sensitive)
      .map(({ name }) => `${id} tells ${name}, which must not leave the system.`),
    ...(perSecond >= 0 && attempts > 0 ? [] : [`${id} is never delivered.`]),
  ];
}
