import type { Solution } from '../solution.ts';
import { areasOf } from './areas.ts';
import type { Area } from './areas.ts';
import { advisedDeployables } from './advised.ts';
import { groupsOf, weightsFor } from './grouping.ts';
import type { Action, Capability } from '../list-columns.ts';
import { settingsOf } from './settings.ts';
import type { Settings } from './settings.ts';
import { Names } from './spelling.ts';
import { subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';

/** Areas that are released together. */
export interface Unit {
  /** The id of the deployable. */
  readonly id: string;
  readonly label: string;
  readonly owner: string;
  readonly areas: readonly Area[];
}

/** What is known before the parts are built: what the system is about and how it is cut. */
export interface Plan {
  readonly solution: Solution;
  readonly settings: Settings;
  readonly subject: Subject;
  /** The units, the busiest first. */
  readonly units: readonly Unit[];
  /** All areas, in the order in which they were named. */
  readonly areas: readonly Area[];
}

/** The action that changes most capabilities; of several the first. */
export function widestOf(actions: readonly Action[]): Action | undefined {
  return actions.toSorted((a, b) => b.capabilities.length - a.capabilities.length)[0];
}

/** The unit where the widest action begins, or the first one. */
export function leadOf(plan: Plan): Unit | undefined {
  const [area] = areasNamed(plan, widestOf(plan.subject.actions)?.capabilities ?? []);
  return area === undefined ? plan.units[0] : unitOf(plan, area);
}

/** The unit that sends notices to other companies: where their deliveries are kept, else the lead. */
export function noticeSenderOf(plan: Plan): Unit | undefined {
  const keepsDeliveries = ({ areas }: Unit): boolean =>
    areas.some(({ resource }) => resource.singular === 'delivery');
  return plan.units.find(keepsDeliveries) ?? leadOf(plan);
}

/** Cuts the system. */
export function planOf(solution: Solution): Plan {
  const subject = subjectOf(solution);
  const areas = areasOf(subject.capabilities, solution);
  const byName = new Map(areas.map((area) => [area.row.name, area]));
  const ids = new Names();
  const units = cut(solution, subject).map((rows, _, groups): Unit => {
    const own = rows.flatMap((row) => byName.get(row.name) ?? []);
    const alone = groups.length === 1;
    return {
      id: alone ? 'app' : ids.take(`${own[0]?.id ?? 'area'}-service`),
      label: alone ? 'app' : labelOf(rows),
      owner: `team ${rows[0]?.team ?? 1}`,
      areas: own,
    };
  });
  return { solution, settings: settingsOf(solution), subject, units, areas };
}

/** The capabilities, grouped as they are released; the busiest group first. */
export function cut(
  solution: Solution,
  { capabilities, actions } = subjectOf(solution),
): readonly (readonly Capability[])[] {
  return groupsOf(capabilities, actions, advisedDeployables(solution), weightsFor(solution));
}

/** The unit that an area is in. */
export function unitOf({ units }: Plan, area: Area): Unit {
  const found = units.find(({ areas }) => areas.includes(area));
  if (found === undefined) throw new Error(`The area "${area.id}" is in no deployable.`);
  return found;
}

/** The areas of these names, in this order; unknown names are left out. */
export function areasNamed({ areas }: Plan, names: readonly string[]): readonly Area[] {
  return [...new Set(names)].flatMap((name) => areas.find(({ row }) => row.name === name) ?? []);
}

/** "orders", "orders and payments", "orders and 3 more". */
function labelOf(rows: readonly Capability[]): string {
  const [first, second] = rows;
  if (first === undefined) return 'nothing';
  if (second === undefined) return first.name;
  return rows.length === 2
    ? `${first.name} and ${second.name}`
    : `${first.name} and ${rows.length - 1} more`;
}
