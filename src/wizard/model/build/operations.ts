import { capitalized } from '../../../lib/text.ts';
import type { Capability, Message, Operation } from '../system.ts';
import type { Area } from './areas.ts';
import { cacheRule } from './cache-rules.ts';
import { writesRepeat } from './connections.ts';
import { dealOf, nounOf } from './nouns.ts';
import { areasNamed, unitOf, widestOf } from './plan.ts';
import type { Plan } from './plan.ts';
import type { Action } from '../list-columns.ts';
import { slugOf } from '../slug.ts';
import { camel, kebab, Names, pascal, spoken } from './spelling.ts';

/** What can be asked of an area whose word does not say. */
const everything: readonly Operation['kind'][] = ['list', 'read', 'create', 'update', 'remove'];

type Draft = Pick<Operation, 'id' | 'kind' | 'summary' | 'method' | 'path' | 'later'>;

/** All operations of the areas, before it is known who may and what they lead to. */
export interface PlannedOperation extends Operation {
  readonly area: Area;
  readonly unit: string;
}

/** Every operation, in the order of the areas. */
export function operationsOf(
  plan: Plan,
  messages: readonly Message[],
  timeOf: (deployable: string) => number,
): readonly PlannedOperation[] {
  const ids = new Names();
  const paths = new Names();
  const drafts = plan.areas.flatMap((area) =>
    draftsOf(area, plan).map((draft) => ({
      ...draft,
      id: ids.take(draft.id),
      path: paths.take(`${draft.method} ${draft.path}`).slice(draft.method.length + 1),
      area,
    })),
  );
  const published = publishers(drafts, messages, plan.subject.actions);
  return drafts.map(({ area, ...draft }): PlannedOperation => {
    const unit = unitOf(plan, area).id;
    const cache =
      draft.kind === 'list' || draft.kind === 'read' ? cacheRule(plan, area, messages) : undefined;
    return {
      ...draft,
      capability: area.id,
      repeatable: repeatable(draft, plan),
      policy: '',
      timeoutMs: timeOf(unit),
      ...(cache === undefined ? {} : { cache }),
      publishes: published.get(draft.id) ?? [],
      area,
      unit,
    };
  });
}

/** An action that creates, replaces or removes a record takes the place of the plain operation. */
function draftsOf(area: Area, plan: Plan): readonly Draft[] {
  const records = recordDrafts(area);
  const actions = actionDrafts(area, records, plan);
  const taken = new Set(actions.map(({ method, path }) => `${method} ${path}`));
  return [...records.filter(({ method, path }) => !taken.has(`${method} ${path}`)), ...actions];
}

function recordDrafts({ word, resource }: Area): readonly Draft[] {
  const { singular, plural } = resource;
  const one = `/${plural}/{${camel(singular)}Id}`;
  const said = spoken(singular);
  const of = (
    kind: Operation['kind'],
    method: Operation['method'],
    path: string,
    summary: string,
  ): Draft => ({
    id: `${kind}${pascal(kind === 'list' ? plural : singular)}`,
    kind,
    method,
    path,
    summary,
    later: false,
  });
  const known: Readonly<Partial<Record<Operation['kind'], Draft>>> = {
    list: of('list', 'GET', `/${plural}`, `List ${spoken(plural)}`),
    read: of('read', 'GET', one, `Read one ${said}`),
    create: of('create', 'POST', `/${plural}`, `Create a new ${said}`),
    update: of('update', 'PUT', one, `Replace one ${said}`),
    remove: of('remove', 'DELETE', one, `Remove one ${said}`),
  };
  return (word.operations ?? everything).flatMap((kind) => known[kind] ?? []);
}

/** An action begins at its first area: `POST /orders/{orderId}/cancellation`; a long one can be asked how it goes. */
function actionDrafts(area: Area, records: readonly Draft[], plan: Plan): readonly Draft[] {
  const replaced = new Set<Operation['kind']>();
  return plan.subject.actions.flatMap((action): readonly Draft[] => {
    const [first] = areasNamed(plan, action.capabilities);
    if (first !== area) return [];
    const { singular, plural } = area.resource;
    const id = slugOf(action.name);
    const summary = capitalized(action.name);
    const later = isLater(action, plan);
    const deal = dealOf(id, singular);
    const plain = records.find(({ kind }) => kind === deal && !replaced.has(kind));
    if (plain !== undefined && !later) {
      replaced.add(plain.kind);
      return [{ ...plain, id: camel(id), summary }];
    }
    const path = `/${plural}/{${camel(singular)}Id}/${nounOf(id, singular)}`;
    const does: Draft = { id: camel(id), kind: 'act', method: 'POST', path, summary, later };
    const asks: Draft = {
      id: `read${pascal(id)}Status`,
      kind: 'status',
      method: 'GET',
      path,
      summary: `How far "${action.name}" is`,
      later: false,
    };
    return later ? [does, asks] : [does];
  });
}

/** Longer than a client waits, answered by 202 and a place to ask: what lasts hours, or the widest action where some job is slow. */
function isLater(action: Action, { settings, solution, subject }: Plan): boolean {
  if (settings.longOperation === 'wait') return false;
  const isSlow = ['minutes', 'hours'].includes(solution.facts.longestJob);
  return action.lastsHours || (isSlow && action === widestOf(subject.actions));
}

function repeatable({ method }: Draft, plan: Plan): Operation['repeatable'] {
  if (method === 'GET') return 'safe';
  if (method === 'PUT' || method === 'DELETE') return 'natural';
  return writesRepeat(plan) ? 'key' : 'no';
}

/**
 * Which operation leads to which messages: news of any change comes from all that change the area,
 * every other message from the action that it is named after, else from the first that changes it.
 * A step of an action that began elsewhere answers a message, so no operation leads to it.
 */
function publishers(
  drafts: readonly (Draft & { readonly area: Area })[],
  messages: readonly Message[],
  actions: readonly Action[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const begun = actions.map(({ name }) => slugOf(name));
  for (const { id, from, to } of messages) {
    const own = drafts.filter(({ area, kind }) => area.id === from && changes(kind));
    const acts = own.filter((draft) => id.startsWith(kebab(draft.id)));
    if (acts.length === 0 && begun.some((action) => id.startsWith(`${action}-`))) continue;
    const one = acts[0] ?? own.find(({ kind }) => kind === 'create') ?? own[0];
    const by = to.includes(from) && acts.length === 0 ? own : one === undefined ? [] : [one];
    for (const each of by) found.set(each.id, [...(found.get(each.id) ?? []), id]);
  }
  return found;
}

/** Whether an operation of this kind changes something. */
export function changes(kind: Operation['kind']): boolean {
  return kind !== 'list' && kind !== 'read' && kind !== 'status';
}

/** The capability as the model shows it. */
export function capabilityOf(plan: Plan, area: Area, storeId: string, schema: string): Capability {
  const unit = unitOf(plan, area);
  return {
    id: area.id,
    name: area.row.name,
    owner: `team ${area.row.team}`,
    deployable: unit.id,
    store: storeId,
    schema,
    resource: area.resource,
  };
}
