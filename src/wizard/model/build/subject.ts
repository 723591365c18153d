import type { Action, Capability, MessageKind, OutsideSystem } from '../list-columns.ts';
import { fullTeams } from '../measures.ts';
import type { Solution } from '../solution.ts';
import { advisedDeployables } from './advised.ts';

/** What the system is about: what a person typed, or what is assumed of such a system. */
export interface Subject {
  readonly capabilities: readonly Capability[];
  readonly actions: readonly Action[];
  readonly dependencies: readonly OutsideSystem[];
  readonly messages: readonly MessageKind[];
}

/** Areas that larger systems usually have as well; taken only where nobody named any. */
const usualAreas = [
  'notifications',
  'documents',
  'reports',
  'search',
  'billing',
  'audit',
  'settings',
  'imports',
  'comments',
  'tasks',
  'chat',
  'bookings',
];

/** The most areas that a person can name. */
const areasLimit = 12;

/** Reads what is built from the facts, and fills up what nobody stated. */
export function subjectOf(solution: Solution): Subject {
  const { facts, assumptions } = solution;
  const assumed = new Set(assumptions.map(({ fact }) => fact));
  const capabilities = assumed.has('capabilities')
    ? withUsualAreas(facts.capabilities, solution)
    : facts.capabilities;
  const actions = assumed.has('actions')
    ? withAcross(facts.actions, capabilities, solution)
    : facts.actions;
  return { capabilities, actions, dependencies: facts.dependencies, messages: facts.messages };
}

/** As many areas as there are deployables, or parts that one action changes, shared out among the teams. */
function withUsualAreas(known: readonly Capability[], solution: Solution): readonly Capability[] {
  const { facts } = solution;
  const wanted = Math.max(advisedDeployables(solution), facts.participants);
  const names = new Set(known.map(({ name }) => name));
  const further = usualAreas
    .filter((name) => !names.has(name))
    .slice(0, Math.max(0, Math.min(areasLimit, wanted) - known.length))
    .map((name): Capability => ({ ...usual, name }));
  const teams = fullTeams(facts);
  return [...known, ...further].map((row, index) => ({ ...row, team: (index % teams) + 1 }));
}

const usual: Capability = {
  name: '',
  team: 1,
  changes: 'monthly',
  load: 'usual',
  ownRules: false,
  freshness: 'inherit',
};

/** An action that changes as many areas as was said, where none of the known ones does. */
function withAcross(
  known: readonly Action[],
  capabilities: readonly Capability[],
  { facts }: Solution,
): readonly Action[] {
  const widest = Math.max(1, ...known.map((action) => action.capabilities.length));
  const names = capabilities.slice(0, facts.participants).map(({ name }) => name);
  if (names.length <= widest) return known;
  const across: Action = {
    name: 'submit request',
    capabilities: names,
    branches: facts.actionShape.includes('branches'),
    lastsHours: facts.actionShape.includes('lasts-hours'),
    undoable: true,
  };
  return [...known, across];
}
