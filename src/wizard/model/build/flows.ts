import type { Flow, Step } from '../system.ts';
import type { Area } from './areas.ts';
import { areasNamed, unitOf } from './plan.ts';
import type { Plan } from './plan.ts';
import type { Action } from '../list-columns.ts';
import { slugOf } from '../slug.ts';
import { Names } from './spelling.ts';

/** A flow, and what it was built from. */
export interface PlannedFlow extends Flow {
  readonly areas: readonly Area[];
  /** The deployables that it passes, the first being where it begins. */
  readonly units: readonly string[];
  /** True when its steps are told of by messages, false when by calls that wait. */
  readonly byMessages: boolean;
}

/** Actions that take back what another one did. */
const takesBack = /^(cancel|refund|return|revoke|undo|withdraw|remove|delete|stop|close)\b/iu;

/** What cannot be taken back once it is done, if the whole action cannot. */
const irreversible = new Set(['payment', 'shipment', 'notification', 'transfer']);

/** How long a step that was told of by a message may take, and how often it is tried. */
const messageStep = { timeoutMs: 30_000, attempts: 5 } as const;

/** The same where an action lasts hours, since a step may wait for a person (our convention). */
const longStep = { timeoutMs: 3_600_000, attempts: 5 } as const;

/** Every action that changes several areas. */
export function flowsOf(plan: Plan): readonly PlannedFlow[] {
  const ids = new Names();
  return plan.subject.actions.flatMap((action) => {
    const areas = areasNamed(plan, action.capabilities);
    if (areas.length < 2) return [];
    const units = [...new Set(areas.map((area) => unitOf(plan, area).id))];
    const kind = kindOf(plan, units.length);
    const byMessages = kind !== 'transaction' && isTold(plan);
    const flow: PlannedFlow = {
      id: ids.take(slugOf(action.name)),
      name: action.name,
      kind,
      steps: stepsOf(action, areas, kind, byMessages, plan),
      branches: action.branches,
      lastsHours: action.lastsHours,
      areas,
      units,
      byMessages,
    };
    return [flow];
  });
}

function kindOf({ solution }: Plan, units: number): Flow['kind'] {
  if (units === 1) return 'transaction';
  switch (solution.decisions.transactions.chosen) {
    case 'local-acid':
      return 'transaction';
    case 'choreographed-saga':
      return 'choreographed';
    case 'orchestrated-saga':
      return 'orchestrated';
  }
}

function isTold({ solution }: Plan): boolean {
  return solution.decisions['sync-or-async'].chosen !== 'synchronous';
}

function stepsOf(
  action: Action,
  areas: readonly Area[],
  kind: Flow['kind'],
  byMessages: boolean,
  { solution }: Plan,
): readonly Step[] {
  const ids = new Names();
  const pivot = pivotOf(action, areas);
  const isReverse = takesBack.test(action.name);
  const waiting = { timeoutMs: solution.facts.p95Ms, attempts: 1 };
  const told = action.lastsHours ? longStep : messageStep;
  return areas.map(({ id, word }, index): Step => {
    const does = isReverse ? word.step.undo : word.step.does;
    const role = index < pivot ? 'undoable' : index === pivot ? 'pivot' : 'retried';
    return {
      id: ids.take(slugOf(does)),
      capability: id,
      does,
      ...(role === 'undoable' ? { undo: word.step.undo } : {}),
      role,
      ...(byMessages && kind !== 'transaction' ? told : waiting),
    };
  });
}

/** The step after which an action can only go on: the last one, or the first that cannot be taken back; what takes back goes on from its beginning. */
function pivotOf({ name, undoable }: Action, areas: readonly Area[]): number {
  const last = areas.length - 1;
  if (takesBack.test(name)) return 0;
  if (undoable) return last;
  const first = areas.findIndex(({ word }) => irreversible.has(word.singular));
  return first === -1 ? Math.min(1, last) : first;
}
