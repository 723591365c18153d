import type { Plan } from './plan.ts';
import { areasNamed, unitOf } from './plan.ts';
import type { PlannedFlow } from './flows.ts';
import { clientsWithBackend } from './deployables.ts';

/** One deployable calls another one and waits. */
export interface Route {
  readonly from: string;
  readonly to: string;
}

/**
 * Which services wait for which: where an action begins, it asks the others; where somebody needs
 * an answer, the sender asks. A call always goes from the earlier unit to the later one, so no
 * circle can arise. Where services call each other and nobody said which, the first asks the second.
 */
export function routesBetween(plan: Plan, flows: readonly PlannedFlow[]): readonly Route[] {
  const { solution, units, subject } = plan;
  if (units.length < 2 || solution.decisions['sync-or-async'].chosen === 'event-driven') return [];
  const waiting = flows.filter(({ byMessages }) => !byMessages).map((flow) => flow.units);
  const isTold = solution.decisions['sync-or-async'].chosen !== 'synchronous';
  const asked = subject.messages
    .filter(({ needsAnswer }) => needsAnswer || !isTold)
    .map(({ from, to }) => areasNamed(plan, [from, ...to]).map((area) => unitOf(plan, area).id));
  const order = new Map(units.map(({ id }, index) => [id, index]));
  const place = (id: string): number => order.get(id) ?? 0;
  const routes = new Map<string, Route>();
  for (const together of [...waiting, ...asked]) {
    const sorted = together.toSorted((a, b) => place(a) - place(b));
    const [from] = sorted;
    for (const to of sorted) {
      if (from !== undefined && to !== from) routes.set(`${from} ${to}`, { from, to });
    }
  }
  const usual = flows.find((flow) => flow.units.length > 1)?.units ?? units.map(({ id }) => id);
  const [first, second] = usual.slice(0, 2).toSorted((a, b) => place(a) - place(b));
  if (routes.size === 0 && first !== undefined && second !== undefined) {
    return [{ from: first, to: second }];
  }
  return [...routes.values()].toSorted(
    (a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to),
  );
}

/** Which deployables the edge sends requests to, and which backends ask which services. */
export function routesIn(plan: Plan): {
  readonly edge: readonly string[];
  readonly backends: readonly Route[];
} {
  const clients = clientsWithBackend(plan);
  const services = plan.units.map(({ id }) => id);
  const backends = clients.map((client) => `${client}-bff`);
  const isLeft = plan.solution.facts.clients.some((client) => !clients.includes(client));
  return {
    edge: clients.length === 0 || isLeft ? [...backends, ...services] : backends,
    backends: backends.flatMap((from) => services.map((to) => ({ from, to }))),
  };
}
