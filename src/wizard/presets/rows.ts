import type { Action, Capability, MessageKind } from '../model/list-columns.ts';

/** Something that the system does, owned by a team. */
export function capability(
  name: string,
  team: number,
  changes: Capability['changes'],
  more: Partial<Capability> = {},
): Capability {
  return { name, team, changes, load: 'usual', ownRules: false, freshness: 'inherit', ...more };
}

/** What one request sets off, capability by capability; each step can be taken back. */
export function action(
  name: string,
  capabilities: readonly string[],
  more: Partial<Action> = {},
): Action {
  return { name, capabilities, branches: false, lastsHours: false, undoable: true, ...more };
}

/** News that nobody waits for. */
export function message(
  name: string,
  from: string,
  to: readonly string[],
  perSecond: number,
  more: Partial<MessageKind> = {},
): MessageKind {
  return { name, from, to, needsAnswer: false, ordered: false, replay: false, perSecond, ...more };
}
