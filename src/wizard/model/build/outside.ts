import type { Dependency } from '../architecture.ts';
import type { Facts } from '../facts.ts';
import { areasNamed, leadOf, noticeSenderOf, unitOf } from './plan.ts';
import type { Plan, Unit } from './plan.ts';
import { slugOf } from '../slug.ts';
import { Names } from './spelling.ts';

/** A system that others run, and what is done while it is down. */
export interface PlannedDependency extends Dependency {
  readonly role: 'identity' | 'outside' | 'companies';
  readonly whenDown: Facts['whenDown'];
}

/** Systems that others run. */
export function dependenciesOf(plan: Plan): readonly PlannedDependency[] {
  const { solution, settings } = plan;
  const found: PlannedDependency[] = [];
  if (!['none', 'session', 'api-keys'].includes(solution.decisions.authentication.chosen)) {
    found.push({
      id: 'identity',
      label: 'identity provider',
      note: 'signs in, issues tokens',
      role: 'identity',
      whenDown: 'stale',
      safeToRepeat: true,
      usedBy: plan.units.map(({ id }) => id),
    });
  }
  found.push(...named(plan));
  const isTold = settings.outbound === 'webhooks' || solution.facts.interaction.includes('notify');
  if (isTold && settings.outbound !== 'feed') {
    found.push({
      id: 'companies',
      label: 'other companies',
      note: 'are notified',
      role: 'companies',
      whenDown: 'fail',
      safeToRepeat: true,
      usedBy: idOf(noticeSenderOf(plan)),
    });
  }
  return found;
}

function named(plan: Plan): readonly PlannedDependency[] {
  const { facts } = plan.solution;
  const rows = plan.subject.dependencies;
  if (rows.length === 0 && facts.outsideCalls > 0) {
    const label =
      facts.outsideCalls === 1 ? 'outside system' : `${facts.outsideCalls} outside systems`;
    return [
      {
        id: 'outside',
        label,
        note: `promises ${facts.outsideAvailability} %`,
        role: 'outside',
        whenDown: facts.whenDown,
        availabilityPercent: allUp(Number(facts.outsideAvailability), facts.outsideCalls),
        safeToRepeat: false,
        usedBy: idOf(leadOf(plan)),
      },
    ];
  }
  const ids = new Names();
  return rows.map((row) => {
    const users = areasNamed(plan, row.usedBy).map((area) => unitOf(plan, area).id);
    return {
      id: ids.take(`outside-${slugOf(row.name)}`),
      label: row.name,
      note: `promises ${row.availability} %`,
      role: 'outside',
      whenDown: row.whenDown,
      availabilityPercent: Number(row.availability),
      p99Ms: row.p99Ms,
      safeToRepeat: row.safeToRepeat,
      usedBy: users.length === 0 ? plan.units.map(({ id }) => id) : [...new Set(users)],
    };
  });
}

/** Percent of the time in which all of several systems are up, if they fail apart from each other. */
function allUp(percent: number, count: number): number {
  return 100 * (percent / 100) ** count;
}

function idOf(unit: Unit | undefined): readonly string[] {
  return unit === undefined ? [] : [unit.id];
}
