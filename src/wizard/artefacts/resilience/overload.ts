import type { Operation } from '../../model/system.ts';
import { replicaSizes } from '../../model/replica-sizes.ts';
import type { RecordContext } from '../adr.ts';

/** Refused first: what costs most and can best be asked for again. Refused last: what changes data. */
const shedOrder: Readonly<Record<Operation['kind'], 1 | 2 | 3>> = {
  list: 1,
  read: 2,
  status: 2,
  create: 3,
  update: 3,
  remove: 3,
  act: 3,
};

/** What each API does when more comes in than its replicas can answer. */
export function overload({ solution, architecture }: RecordContext): readonly object[] {
  const sizes = replicaSizes(solution, architecture);
  return architecture.apis.map(({ id, deployable, operations }) => ({
    api: id,
    deployable,
    concurrentPerReplica: sizes.get(deployable)?.concurrent ?? 1,
    whenFull: { status: 503, retryAfterSeconds: 1 },
    operations: operations.map(({ id: operation, kind, timeoutMs, repeatable }) => ({
      operation,
      timeoutMs,
      repeatable,
      shed: shedOrder[kind],
    })),
  }));
}
