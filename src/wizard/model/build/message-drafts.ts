import type { Area } from './areas.ts';
import { isKeptInside } from './cache-rules.ts';
import type { PlannedFlow } from './flows.ts';
import { happened } from './happened.ts';
import { areasNamed, unitOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { spoken } from './spelling.ts';

/** A message before it is known where it waits. */
export interface Draft {
  readonly name: string;
  readonly from: Area;
  readonly to: readonly Area[];
  readonly ordered: boolean;
  readonly perSecond: number | undefined;
  /** Where the flow began that it belongs to: its record is named in each message. */
  readonly about?: Area;
}

/** What was typed, what flows tell, and what ends what is kept; the usual message where there is none. */
export function draftsOf(plan: Plan, flows: readonly PlannedFlow[]): readonly Draft[] {
  const told = [...typedDrafts(plan), ...flows.flatMap((flow) => flowDrafts(flow, plan))];
  return [...(told.length > 0 ? told : usualDraft(plan)), ...changeDrafts(plan)];
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

function isOrdered({ solution }: Plan): boolean {
  return solution.facts.messageNeeds.includes('ordered');
}
