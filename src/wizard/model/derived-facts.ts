import { buildingPresets } from './building-presets.ts';
import type { FactId, Facts } from './facts.ts';
import { outsideAvailabilities } from './list-columns.ts';
import type { Action, Capability, MessageKind, OutsideSystem } from './list-columns.ts';

/** From the one that a user notices most to the one noticed least. */
const worstFirst: readonly Facts['whenDown'][] = ['fail', 'queue', 'hide', 'stale'];

const mostMessagesPerSecond = 10_000_000;

/** What somebody stated, and nothing else. */
export type Stated = Partial<Facts>;

/**
 * The lists as rules and generators may read them: what nobody stated comes from the kind of system,
 * and every reference names a capability that exists. A row that names none where it has to is left
 * out; a dependency that names none is used by all.
 */
export function listsFrom(
  stated: Stated,
  building: Facts['building'],
): Pick<Facts, 'capabilities' | 'actions' | 'dependencies' | 'messages'> {
  const preset = buildingPresets[building];
  const capabilities = stated.capabilities ?? preset.capabilities;
  const known = capabilities.map(({ name }) => name);
  const among = (names: readonly string[]): readonly string[] =>
    names.filter((name) => known.includes(name));
  return {
    capabilities,
    actions: (stated.actions ?? preset.actions)
      .map((row) => ({ ...row, capabilities: among(row.capabilities) }))
      .filter((row) => row.capabilities.length > 0),
    dependencies: (stated.dependencies ?? []).map((row) => {
      const users = among(row.usedBy);
      return { ...row, usedBy: users.length === 0 ? known : users };
    }),
    messages: (stated.messages ?? [])
      .map((row) => ({ ...row, to: among(row.to) }))
      .filter((row) => known.includes(row.from) && row.to.length > 0),
  };
}

/** What rows say that refer to capabilities, so that it changes when those come and go. */
const throughReferences = [
  'participants',
  'actionShape',
  'reactors',
  'messagesPerSecond',
  'messageNeeds',
] as const;

/** The facts of other questions that an answer can settle. */
export const reachesInto: { readonly [F in FactId]?: readonly FactId[] } = {
  building: throughReferences,
  capabilities: throughReferences,
};

/** The parts that stand out because rows say so: some of them, but not all, are busy or under rules. */
export function partsImpliedBy(rows: readonly Capability[]): Facts['parts'] {
  const some = (is: (row: Capability) => boolean): boolean => rows.some(is) && !rows.every(is);
  return [
    ...(some(({ load }) => load === 'high') ? (['load-difference'] as const) : []),
    ...(some(({ ownRules }) => ownRules) ? (['own-compliance'] as const) : []),
  ];
}

/** The widest action, and what any of them does. */
export function followsFromActions(rows: readonly Action[]): Stated {
  if (rows.length === 0) return {};
  return {
    participants: Math.max(...rows.map(({ capabilities }) => capabilities.length)),
    actionShape: [
      ...(rows.some(({ branches }) => branches) ? (['branches'] as const) : []),
      ...(rows.some(({ lastsHours }) => lastsHours) ? (['lasts-hours'] as const) : []),
    ],
  };
}

/** How many there are, the weakest promise, and what a user notices most when one is down. */
export function followsFromDependencies(rows: readonly OutsideSystem[]): Stated {
  if (rows.length === 0) return {};
  const rising = Object.keys(outsideAvailabilities) as Facts['outsideAvailability'][];
  const promised = rising.find((level) => rows.some(({ availability }) => availability === level));
  const noticed = worstFirst.find((way) => rows.some(({ whenDown }) => whenDown === way));
  return {
    outsideCalls: rows.length,
    ...(promised === undefined ? {} : { outsideAvailability: promised }),
    ...(noticed === undefined ? {} : { whenDown: noticed }),
  };
}

/** The message that most react to, all messages a second, and what any of them needs. */
export function followsFromMessages(rows: readonly MessageKind[]): Stated {
  if (rows.length === 0) return {};
  const perSecond = rows.reduce((sum, row) => sum + row.perSecond, 0);
  return {
    reactors: Math.max(...rows.map(({ to }) => to.length)),
    messagesPerSecond: Math.min(mostMessagesPerSecond, perSecond),
    messageNeeds: [
      ...(rows.some(({ needsAnswer }) => needsAnswer) ? (['answer-now'] as const) : []),
      ...(rows.some(({ ordered }) => ordered) ? (['ordered'] as const) : []),
      ...(rows.some(({ replay }) => replay) ? (['replay'] as const) : []),
    ],
  };
}
