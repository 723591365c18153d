import type { SearchEntry } from '../../../src/search/entry.ts';

/** A small catalogue: enough to see one entry win over another. */
const breaker: SearchEntry = {
  name: 'Circuit breaker',
  url: '/patterns/resilience/circuit-breaker/',
  category: 'Resilience',
  topics: ['Hystrix', 'failure detection'],
  symptoms: ['threads exhausted waiting on one dependency', 'CallNotPermittedException'],
  page: {
    aliases: ['fail fast'],
    metrics: ['circuit_breaker_state'],
    verdict: 'Stops calling a dependency that keeps failing. Costs a fallback.',
    glance: [{ label: 'Opens at', value: '50 % of 20 calls' }],
  },
};

function unwritten(
  name: string,
  category: string,
  topics: readonly string[],
  symptoms: readonly string[] = [],
): SearchEntry {
  return { name, url: `/catalogue/${category}/#${name}`, category, topics, symptoms };
}

export const entries: readonly SearchEntry[] = [
  unwritten('Circuit breaker', 'Microservices', ['Resilience patterns', 'failure isolation']),
  breaker,
  unwritten('Bulkhead pattern', 'Resilience', ['thread pools', 'connection pools']),
  unwritten('Connection pooling', 'Data', ['Pool sizing'], ['pool exhausted, waiting']),
  unwritten('Retry patterns', 'Resilience', ['Exponential backoff', 'idempotency']),
  unwritten('Idempotency', 'Resilience', ['duplicate detection'], ['double charge']),
  unwritten('Pub/Sub patterns', 'Events', ['fan-out']),
  unwritten('Message queues', 'Events', ['RabbitMQ', 'AWS SQS']),
  unwritten('Query optimization', 'Performance', ['N+1 prevention']),
  unwritten('HTTP caching', 'Caching', ['ETags', 'Cache-Control']),
];
