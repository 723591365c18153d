import type { Action } from '../list-columns.ts';
import { slugOf } from '../slug.ts';
import type { Message, Operation } from '../system.ts';
import type { Area } from './areas.ts';
import { kebab } from './spelling.ts';

/**
 * Which operation leads to which messages: news of any change comes from all that change the area,
 * every other message from the action that it is named after, else from the first that changes it.
 * A step of an action that began elsewhere answers a message, so no operation leads to it.
 */
export function publishers(
  drafts: readonly (Pick<Operation, 'id' | 'kind'> & { readonly area: Area })[],
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
