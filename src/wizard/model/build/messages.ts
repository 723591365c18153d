import type { Field, Message } from '../system.ts';
import type { Area } from './areas.ts';
import type { PlannedFlow } from './flows.ts';
import { isKeptInside } from './cache-rules.ts';
import { areasNamed, unitOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { happened } from './happened.ts';
import { slugOf } from '../slug.ts';
import { camel, Names, spoken } from './spelling.ts';
import { at, ref } from './word.ts';

/** Deliveries before a message goes to the dead letters (our convention). */
const deliveries = 5;

/** So many fields beside the id and the time keep a message small (our convention). */
const fieldsLimit = 6;

/** A message before it is known where it waits. */
interface Draft {
  readonly name: string;
  readonly from: Area;
  readonly to: readonly Area[];
  readonly ordered: boolean;
  readonly perSecond: number | undefined;
  /** Where the flow began that it belongs to: its record is named in each message. */
  readonly about?: Area;
}

/** Everything that is told to others; nothing while callers wait for everything. */
export function messagesOf(plan: Plan, flows: readonly PlannedFlow[]): readonly Message[] {
  const { solution } = plan;
  if (solution.decisions['sync-or-async'].chosen === 'synchronous') return [];
  const typed = typedDrafts(plan);
  const told = [...typed, ...flows.flatMap((flow) => flowDrafts(flow, plan))];
  const drafts = [...(told.length > 0 ? told : usualDraft(plan)), ...changeDrafts(plan)];
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

function typedDrafts(plan: Plan): readonly Draft[] {
  return plan.subject.messages
    .filter(({ needsAnswer }) => !needsAnswer)
    .flatMap((row): readonly Draft[] => {
      const [from] = areasNamed(plan, [row.from]);
      const to = areasNamed(plan, row.to);
      if (from === undefined || to.length === 0) return [];
      return [{ name: row.name, from, to, ordered: row.ordered, perSecond: row.perSecond }];
    });
}

function flowDrafts(flow: PlannedFlow, plan: Plan): readonly Draft[] {
  if (!flow.byMessages) return [];
  const [first] = flow.areas;
  if (first === undefined) return [];
  const ordered = isOrdered(plan);
  const draft = (name: string, from: Area, to: readonly Area[]): Draft => ({
    name,
    from,
    to,
    ordered,
    perSecond: undefined,
    about: first,
  });
  const others = flow.areas.slice(1);
  const said = spoken(flow.id);
  if (flow.kind === 'choreographed') {
    const next = flow.areas
      .slice(0, -1)
      .map((area, index) =>
        draft(
          `${said}: ${spoken(area.word.step.done)}`,
          area,
          flow.areas.slice(index + 1, index + 2),
        ),
      );
    const pivot = flow.areas[flow.steps.findIndex(({ role }) => role === 'pivot')] ?? first;
    const before = flow.areas.slice(0, flow.areas.indexOf(pivot));
    return [...next, ...(before.length === 0 ? [] : [draft(`${said} failed`, pivot, before)])];
  }
  return others.flatMap((area, index) => {
    const { does = area.word.step.does, undo } = flow.steps[index + 1] ?? {};
    return [
      draft(`${said}: ${does}`, first, [area]),
      draft(`${said}: ${does}, outcome`, area, [first]),
      ...(undo === undefined ? [] : [draft(`${said}: ${undo}`, first, [area])]),
    ];
  });
}

/** Where nobody named a message: what machines sent or the first action did, told to as many others as were said to react. */
function usualDraft(plan: Plan): readonly Draft[] {
  const { facts } = plan.solution;
  const [action] = plan.subject.actions;
  const sent = facts.clients.includes('devices') || facts.interaction.includes('bulk');
  const fed = sent ? plan.areas.find(isFed) : undefined;
  const [from = plan.areas[0]] =
    fed === undefined ? areasNamed(plan, action?.capabilities ?? []) : [fed];
  if (from === undefined) return [];
  const elsewhere = plan.areas.filter((area) => unitOf(plan, area) !== unitOf(plan, from));
  const others = elsewhere.length > 0 ? elsewhere : plan.areas.filter((area) => area !== from);
  const to = others.slice(0, Math.max(1, facts.reactors));
  const name =
    fed === undefined ? happened(action?.name, from.resource.singular) : spoken(fed.word.step.done);
  return [
    { name, from, to: to.length > 0 ? to : [from], ordered: isOrdered(plan), perSecond: undefined },
  ];
}

/** Filled by machines, as readings are. */
function isFed({ word }: Area): boolean {
  return word.writtenBy === 'machine' && word.operations?.includes('create') === true;
}

/** Where news ends what a cache keeps, each kept area tells its own replicas of every change. */
function changeDrafts(plan: Plan): readonly Draft[] {
  if (!['event', 'tag'].includes(plan.settings.invalidation)) return [];
  return plan.areas
    .filter((area) => isKeptInside(plan, area))
    .map((area) => ({
      name: `${spoken(area.resource.singular)} changed`,
      from: area,
      to: [area],
      ordered: isOrdered(plan),
      perSecond: undefined,
    }));
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

function isOrdered({ solution }: Plan): boolean {
  return solution.facts.messageNeeds.includes('ordered');
}

/** What a receiver needs, without what must not leave the sender. */
function fieldsOf({ resource }: Area, key: string): readonly Field[] {
  const others = resource.fields.filter(
    ({ name, sensitive, required }) =>
      required && !sensitive && !['id', 'createdAt', 'updatedAt', key].includes(name),
  );
  return [ref(key), ...others.slice(0, fieldsLimit), at('occurredAt')];
}
