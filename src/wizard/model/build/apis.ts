import type { Deployable } from '../architecture.ts';
import type { Api, Operation } from '../system.ts';
import { clientsWithBackend } from './deployables.ts';
import type { PlannedOperation } from './operations.ts';
import type { Plan } from './plan.ts';
import { routesIn } from './routes.ts';
import { pascal } from './spelling.ts';
import type { Times } from './times.ts';

/** One contract for each deployable that answers; services behind backends for clients are internal. */
export function apisOf(
  plan: Plan,
  deployables: readonly Deployable[],
  operations: readonly PlannedOperation[],
  times: Times,
): readonly Api[] {
  const outside = new Set(routesIn(plan).edge);
  const form = plan.solution.decisions['public-api'].chosen;
  const services = plan.units.map((unit): Api => {
    const isPublic = outside.has(unit.id);
    return {
      id: plan.units.length === 1 ? 'api' : `${unit.id.replace(/-service$/u, '')}-api`,
      title: plan.units.length === 1 ? 'API' : `API of ${unit.label}`,
      form: isPublic ? form : plan.settings.internalCall === 'grpc' ? 'grpc' : 'rest',
      audience: isPublic ? 'public' : 'internal',
      deployable: unit.id,
      operations: operations.filter((each) => each.unit === unit.id).map(bare),
    };
  });
  const backends = clientsWithBackend(plan).map((client): Api => {
    const id = `${client}-bff`;
    const label = deployables.find((each) => each.id === id)?.label ?? id;
    return {
      // Services’ own APIs end in "-api", so a capability that is called like a client has another id.
      id: `api-for-${client}`,
      title: `API of the ${label}`,
      form,
      audience: 'public',
      deployable: id,
      operations: operations.map((each) => ({
        ...bare(each),
        id: `${client}${pascal(each.id)}`,
        timeoutMs: times.own(id),
        publishes: [],
      })),
    };
  });
  return [...services, ...backends];
}

function bare({ area: _area, unit: _unit, ...operation }: PlannedOperation): Operation {
  return operation;
}
