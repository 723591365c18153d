import { fullTeams } from '../measures.ts';
import type { Solution } from '../solution.ts';
import { advisedDeployables } from './advised.ts';
import { buildingPresets } from './presets.ts';
import type { ActionRow, CapabilityRow, DependencyRow, MessageRow } from './rows.ts';

/** What the system is about: what a person typed, or what is assumed of such a system. */
export interface Subject {
  readonly capabilities: readonly CapabilityRow[];
  readonly actions: readonly ActionRow[];
  readonly dependencies: readonly DependencyRow[];
  readonly messages: readonly MessageRow[];
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
  'messages',
  'invoices',
];

/** The most areas that are named. */
const areasLimit = 12;

/** Reads what is built from the facts, and fills up what was left open. */
export function subjectOf(solution: Solution): Subject {
  const preset = buildingPresets.crud;
  const capabilities = withUsualAreas(preset.capabilities, solution);
  return {
    capabilities,
    actions: withAcross(preset.actions, capabilities, solution),
    dependencies: [],
    messages: [],
  };
}

/** As many areas as there are deployables, or parts that one action changes. */
function withUsualAreas(
  known: readonly CapabilityRow[],
  solution: Solution,
): readonly CapabilityRow[] {
  const wanted = Math.max(advisedDeployables(solution), solution.facts.participants);
  const names = new Set(known.map(({ name }) => name));
  const teams = fullTeams(solution.facts);
  const further = usualAreas
    .filter((name) => !names.has(name))
    .slice(0, Math.max(0, Math.min(areasLimit, wanted) - known.length));
  const rows = further.map((name): CapabilityRow => ({ ...usual, name }));
  return [...known, ...rows].map((row, index) => ({ ...row, team: (index % teams) + 1 }));
}

const usual: CapabilityRow = {
  name: '',
  team: 1,
  changes: 'monthly',
  load: 'usual',
  ownRules: false,
  freshness: 'inherit',
};

/** An action that changes as many areas as was said, where none of the known ones does. */
function withAcross(
  known: readonly ActionRow[],
  capabilities: readonly CapabilityRow[],
  { facts }: Solution,
): readonly ActionRow[] {
  const names = capabilities.slice(0, facts.participants).map(({ name }) => name);
  if (names.length < 2 || known.some((action) => action.capabilities.length > 1)) return known;
  const across: ActionRow = {
    name: 'submit request',
    capabilities: names,
    branches: facts.actionShape.includes('branches'),
    lastsHours: facts.actionShape.includes('lasts-hours'),
    undoable: true,
  };
  return [...known, across];
}
