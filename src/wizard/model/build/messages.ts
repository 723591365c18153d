import type { Field, Message } from '../system.ts';
import type { Area } from './areas.ts';
import type { PlannedFlow } from './flows.ts';
import { draftsOf } from './message-drafts.ts';
import type { Draft } from './message-drafts.ts';
import { unitOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { slugOf } from '../slug.ts';
import { camel, Names } from './spelling.ts';
import { at, ref } from './word.ts';

/** Deliveries before a message goes to the dead letters (our convention). */
const deliveries = 5;

/** So many fields beside the id and the time keep a message small (our convention). */
const fieldsLimit = 6;

/** Everything that is told to others; nothing while callers wait for everything. */
export function messagesOf(plan: Plan, flows: readonly PlannedFlow[]): readonly Message[] {
  const { solution } = plan;
  if (solution.decisions['sync-or-async'].chosen === 'synchronous') return [];
  const drafts = draftsOf(plan, flows);
  const apart =
    solution.decisions.broker.chosen === 'queue'
      ? drafts.flatMap((each) => perReceiver(each, plan))
      : drafts;
  const ids = new Names();
  const rate = solution.facts.messagesPerSecond / Math.max(1, apart.length);
  return apart.map((draft): Message => {
    const id = ids.take(slugOf(draft.name));
    const { from, to } = draft;
    const key = `${camel((draft.about ?? from).resource.singular)}Id`;
    return {
      id,
      name: draft.name,
      type: `com.example.${from.id}.${id}.v1`,
      channel: channelFor(draft, plan),
      from: from.id,
      to: to.map((area) => area.id),
      ...(draft.ordered ? { key } : {}),
      fields: fieldsOf(from, key),
      perSecond: draft.perSecond ?? Math.round(rate * 100) / 100,
      attempts: deliveries,
    };
  });
}

/** A queue hands each message to one worker, so every receiving deployable gets one of its own. */
function perReceiver(draft: Draft, plan: Plan): readonly Draft[] {
  const units = [...new Set(draft.to.map((area) => unitOf(plan, area)))];
  if (units.length < 2) return [draft];
  return units.map((unit) => ({
    ...draft,
    name: `${draft.name} for ${unit.areas[0]?.row.name ?? unit.label}`,
    to: draft.to.filter((area) => unit.areas.includes(area)),
  }));
}

function channelFor({ to }: Draft, plan: Plan): string {
  const [first] = to;
  switch (plan.solution.decisions.broker.chosen) {
    case 'job-table':
      return 'jobs';
    case 'queue':
      return plan.units.length === 1 || first === undefined
        ? 'queue'
        : `${unitOf(plan, first).id}-queue`;
    case 'routing-broker':
      return 'broker';
    case 'log':
      return 'log';
  }
}

/** What a receiver needs, without what must not leave the sender. */
function fieldsOf({ resource }: Area, key: string): readonly Field[] {
  const others = resource.fields.filter(
    ({ name, sensitive, required }) =>
      required && !sensitive && !['id', 'createdAt', 'updatedAt', key].includes(name),
  );
  return [ref(key), ...others.slice(0, fieldsLimit), at('occurredAt')];
}
