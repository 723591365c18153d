import type { Deployable } from '../../model/architecture.ts';
import type { RecordContext } from '../adr.ts';
import { languageOf } from './language.ts';

/** What each worker of a replica takes (our convention; measure, then adjust). */
const perWorker = { milliCores: 250, memoryMib: 64 } as const;

/** Seconds between the wish to stop and the last new request, while balancers hear of it. */
export const drainSeconds = 5;

/** What one replica takes. */
export interface Resources {
  readonly milliCores: number;
  readonly memoryMib: number;
}

/** Processor and memory of one replica, by its workers and its language. */
export function resourcesOf(
  { workersPerReplica }: Deployable,
  { solution }: RecordContext,
): Resources {
  return {
    milliCores: perWorker.milliCores * workersPerReplica,
    memoryMib: languageOf(solution).baseMemoryMib + perWorker.memoryMib * workersPerReplica,
  };
}

/** How long a replica may take to finish what it has begun, in seconds. */
export function graceSeconds(
  { id }: Deployable,
  { solution, architecture }: RecordContext,
): number {
  const promised = solution.decisions.platform.parameters.shutdownSeconds ?? 0;
  const times = architecture.apis
    .filter(({ deployable }) => deployable === id)
    .flatMap(({ operations }) => operations.map(({ timeoutMs }) => timeoutMs));
  return Math.max(promised, drainSeconds + Math.ceil(Math.max(0, ...times) / 1000) + 5);
}

/** The least and the most replicas. Between them the platform decides by load. */
export function replicaRange(
  { id, replicas, pool }: Deployable,
  { solution, architecture }: RecordContext,
): { readonly least: number; readonly most: number } {
  const least = Math.max(2, solution.decisions.platform.parameters.minimumReplicas ?? 1);
  const store = architecture.stores.find(({ schemas }) =>
    schemas.some(({ writer }) => writer === id),
  );
  const { limit = 0, reserved = 0, pooler = 0 } = store?.connections ?? {};
  const direct = pool > 0 && limit > 0 && pooler === 0;
  const others = architecture.deployables
    .filter((each) => each.id !== id && writesTo(each.id, store?.schemas ?? []))
    .reduce((sum, each) => sum + each.replicas * each.pool, 0);
  const fits = direct ? Math.floor((limit - reserved - others) / pool) : Infinity;
  const times = solution.decisions.scaling.parameters.mostTimesPeak ?? 2;
  const most = Math.min(times * replicas, Math.max(replicas, fits));
  return { least: Math.min(least, most), most: Math.max(least, most) };
}

function writesTo(id: string, schemas: readonly { readonly writer: string }[]): boolean {
  return schemas.some(({ writer }) => writer === id);
}
