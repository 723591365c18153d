import type { Deployable } from '../architecture.ts';
import { capacity } from '../capacity.ts';
import type { Facts } from '../facts.ts';
import { factInWords } from '../fact-words.ts';
import { loadsOf, sizesOf } from '../loads.ts';
import { peakRate } from '../measures.ts';
import type { Message } from '../system.ts';
import type { PlannedFlow } from './flows.ts';
import type { PlannedDependency } from './outside.ts';
import { waitsFor } from './outside-calls.ts';
import { helpersOf } from './parts.ts';
import { noticeSenderOf } from './plan.ts';
import type { Plan, Unit } from './plan.ts';

/** Connections that a replica holds beside one for each worker: for its jobs and its health check. */
const spareConnections = 2;

/** A backend for a frontend passes on what others work out (our convention). */
const composingShare = 0.1;

/** A client that gets a backend of its own. */
export type Client = Facts['clients'][number];

/** Every unit as a deployable of its own, the busiest first, and after them the backends for clients. */
export function deployablesOf(
  plan: Plan,
  flows: readonly PlannedFlow[],
  messages: readonly Message[],
  dependencies: readonly PlannedDependency[],
): readonly Deployable[] {
  const deferring = new Set(
    dependencies.filter((each) => !waitsFor(plan, each)).flatMap(({ usedBy }) => usedBy),
  );
  const sizes = sizesOf(loadsOf(plan.solution));
  const services = plan.units.map((unit, index): Deployable => {
    const { replicas = 1, workersPerReplica = 1 } = sizes[index] ?? {};
    return {
      id: unit.id,
      label: unit.label,
      kind: 'service',
      owner: unit.owner,
      replicas,
      workersPerReplica,
      pool: poolOf(workersPerReplica),
      modules: unit.areas.map(({ row }) => row.name),
      helpers: helpersOf(plan, {
        ...duties(unit, plan, flows, messages),
        defers: deferring.has(unit.id),
      }),
    };
  });
  return [...services, ...backends(plan)];
}

/** Connections that one replica holds to its database. */
export function poolOf(workersPerReplica: number): number {
  return workersPerReplica + spareConnections;
}

/** The clients that get a backend of their own: those with screens, or all where none has any. */
export function clientsWithBackend({ solution, settings }: Plan): readonly Client[] {
  if (settings.bff === 'none') return [];
  const { clients } = solution.facts;
  const withScreens = clients.filter((client) => client === 'web' || client === 'mobile');
  return withScreens.length > 0 ? withScreens : clients;
}

function backends(plan: Plan): readonly Deployable[] {
  const clients = clientsWithBackend(plan);
  const { facts, decisions } = plan.solution;
  return clients.map((client) => {
    const { replicas, workersPerReplica } = capacity({
      requestsPerSecond: peakRate(facts) / clients.length,
      workMs: Math.max(1, Math.round(facts.workMs * composingShare)),
      p95Ms: facts.p95Ms,
      minimumReplicas: decisions.platform.parameters.minimumReplicas ?? 1,
    });
    return {
      id: `${client}-bff`,
      label: `backend for ${factInWords('clients', [client])}`,
      kind: 'bff',
      owner: plan.units[0]?.owner ?? 'team 1',
      replicas,
      workersPerReplica,
      pool: 0,
      modules: [],
      helpers: [],
    };
  });
}

function duties(
  unit: Unit,
  plan: Plan,
  flows: readonly PlannedFlow[],
  messages: readonly Message[],
): Omit<Parameters<typeof helpersOf>[1], 'defers'> {
  const { settings, units } = plan;
  const own = new Set(unit.areas.map(({ id }) => id));
  const works = settings.jobs !== 'in-process' && units.length === 1;
  return {
    sends: messages.some(({ from }) => own.has(from)),
    receives: works || messages.some(({ to }) => to.some((id) => own.has(id))),
    orchestrates: flows.some(
      ({ kind, units: [first] }) => kind === 'orchestrated' && first === unit.id,
    ),
    notifies: settings.outbound === 'webhooks' && noticeSenderOf(plan) === unit,
  };
}
