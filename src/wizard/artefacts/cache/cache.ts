import type { CacheRule, Operation } from '../../model/system.ts';
import type { RecordContext } from '../adr.ts';
import type { GeneratedFile } from '../files.ts';
import { yamlFile } from '../yaml.ts';
import { cacheKey } from './cache-key.ts';
import { cacheSchema } from './schema.ts';

/** What is kept where, under which key, for how long, and what is never kept. */
export function cacheFiles(context: RecordContext): readonly GeneratedFile[] {
  const operations = context.architecture.apis.flatMap((api) => api.operations);
  const value = {
    version: 1,
    kept: operations.flatMap((each) =>
      each.cache === undefined ? [] : [kept(each, each.cache, context)],
    ),
    never: operations
      .filter(({ cache }) => cache === undefined)
      .map((each) => ({
        operation: each.id,
        because: whyNot(each, context),
        headers: { 'Cache-Control': 'no-store' },
      })),
  };
  const madeFrom =
    'cache (24), invalidation (25), how right data has to be, fields marked as sensitive';
  return [
    { path: 'cache.yaml', text: yamlFile(value, head), checkedBy: 'JSON Schema', madeFrom },
    {
      path: 'cache.schema.json',
      text: `${JSON.stringify(cacheSchema, null, 2)}\n`,
      checkedBy: 'JSON Schema',
      madeFrom: 'nothing; it is the same for every design',
    },
  ];
}

const head = [
  'yaml-language-server: $schema=./cache.schema.json',
  'What is kept where. Made from: the decisions on the cache and its invalidation, and each operation.',
  'An entry lives ttlSeconds at most; jitterPercent of it are taken off at random, entry by entry.',
  'An operation that is not listed under "kept" is never kept: its answers say no-store.',
];

function kept(operation: Operation, rule: CacheRule, { architecture }: RecordContext): object {
  return {
    operation: operation.id,
    where: rule.where,
    key: cacheKey(operation, architecture.policies),
    ttlSeconds: rule.ttlSeconds,
    jitterPercent: rule.jitterPercent,
    singleFlight: flights[rule.where],
    invalidation: { by: rule.invalidation, endedBy: rule.endedBy },
    headers: headersOf(rule),
    whenMissing: missing[rule.where],
  };
}

/** Who sees to it that only one of many equal questions is computed. */
const flights: Readonly<Record<CacheRule['where'], string>> = {
  'private-http': 'not needed: one person asks',
  cdn: 'the CDN collapses equal requests',
  'in-process': 'one computation a key in each replica, the others wait for it',
  distributed: 'one computation a key over all replicas, by a lock that ends by itself',
};

const missing: Readonly<Record<CacheRule['where'], string>> = {
  'private-http': 'the browser asks',
  cdn: 'the CDN asks; while you are down it may serve what it still has',
  'in-process': 'compute and keep',
  distributed: 'compute and keep; while the cache is down, compute and do not keep',
};

/** The headers of a kept answer; what only servers keep is asked for again by ETag. */
function headersOf({ where, ttlSeconds }: CacheRule): Readonly<Record<string, string>> {
  const control: Readonly<Record<CacheRule['where'], string>> = {
    'private-http': `private, max-age=${ttlSeconds}`,
    cdn: `public, max-age=${ttlSeconds}`,
    'in-process': 'private, no-cache',
    distributed: 'private, no-cache',
  };
  return {
    'Cache-Control': control[where],
    ETag: 'a hash of the answer',
    Vary:
      where === 'cdn'
        ? 'Accept, Accept-Encoding'
        : 'Accept, Accept-Encoding, Authorization, Cookie',
  };
}

function whyNot(operation: Operation, { solution, architecture }: RecordContext): string {
  if (operation.method !== 'GET') return 'it changes data';
  if (operation.kind === 'status') return 'whoever asks waits for a change';
  if (solution.decisions.cache.chosen === 'none') return 'no cache was decided for';
  const capability = architecture.capabilities.find(({ id }) => id === operation.capability);
  if (capability?.resource.fields.some(({ sensitive }) => sensitive)) {
    return 'its answers hold fields that are sensitive';
  }
  return 'its data has to be right at once';
}
