import type { Api, Operation } from '../../model/system.ts';
import type { SyncCall } from '../../model/architecture.ts';

/** What answers mean that the work was not done, so that asking again can help. */
const retryable: Readonly<Record<'sql' | 'http' | 'grpc', readonly string[]>> = {
  sql: ['40001 serialization_failure', '40P01 deadlock_detected', 'connection lost during a read'],
  http: ['connection refused', 'timeout', '429 after Retry-After', '502', '503', '504'],
  grpc: ['UNAVAILABLE', 'DEADLINE_EXCEEDED of a read', 'RESOURCE_EXHAUSTED after its delay'],
};

/** The failures after which a call may be tried again. */
export function repeatOn({ label, attempts }: SyncCall): readonly string[] {
  if (attempts === 1) return [];
  if (label.startsWith('SQL')) return retryable.sql;
  return label === 'gRPC' ? retryable.grpc : retryable.http;
}

const whyRepeatable: Readonly<Record<Operation['repeatable'], string>> = {
  safe: 'changes nothing',
  natural: 'a second time changes nothing more',
  key: 'with the same Idempotency-Key',
  no: 'never',
};

/** Every operation that the called side offers and whether it may be asked for twice. */
export function repeatable(
  to: string,
  apis: readonly Api[],
): Readonly<Record<string, string>> | undefined {
  const operations = apis
    .filter(({ deployable }) => deployable === to)
    .flatMap((api) => api.operations);
  if (operations.length === 0) return undefined;
  return Object.fromEntries(
    operations.map(({ id, repeatable: how }) => [id, whyRepeatable[how]] as const),
  );
}
