import { guardedCalls } from '../../model/call-guards.ts';
import type { GuardedCall } from '../../model/call-guards.ts';
import type { Api } from '../../model/system.ts';
import type { RecordContext } from '../adr.ts';
import type { GeneratedFile } from '../files.ts';
import { yamlFile } from '../yaml.ts';
import { overload } from './overload.ts';
import { noticesOf } from './notices.ts';
import { repeatOn, repeatable } from './repeat.ts';
import { resilienceSchema } from './schema.ts';

const madeFrom = 'resilience (30), public api (4), every synchronous call';

/** How each call is guarded, what each API sheds and how often a message is tried, with its schema. */
export function resilienceFiles(context: RecordContext): readonly GeneratedFile[] {
  const { solution, architecture } = context;
  const { parameters } = solution.decisions.resilience;
  const value = {
    version: 1,
    retryBudget: { percentOfTraffic: parameters.retryBudgetPercent ?? 0, atLeastPerSecond: 1 },
    calls: guardedCalls(solution, architecture).map((each) => callOf(each, architecture.apis)),
    overload: overload(context),
    rateLimits: architecture.rateLimits.map((limit) => ({
      ...limit,
      whenOver: { status: 429, header: 'Retry-After' },
    })),
    messages: architecture.messages.map(({ id, channel, attempts }) => ({
      message: id,
      channel,
      attempts,
      backoff: { kind: 'exponential', firstMs: 1000, factor: 2, mostMs: 300_000, jitter: 'full' },
      thenTo: architecture.channels.find((each) => each.id === channel)?.deadLetter ?? 'nowhere',
    })),
    notices: noticesOf(context),
  };
  return [
    {
      path: 'resilience.yaml',
      text: yamlFile(value, head),
      checkedBy: 'JSON Schema and faults',
      madeFrom,
    },
    {
      path: 'resilience.schema.json',
      text: `${JSON.stringify(resilienceSchema, null, 2)}\n`,
      checkedBy: 'JSON Schema',
      madeFrom: 'nothing; it is the same for every design',
    },
  ];
}

const head = [
  'yaml-language-server: $schema=./resilience.schema.json',
  'How each call is guarded. Made from: the decision on resilience and the calls of this design.',
  'Numbers of pools and breakers hold for one replica. A call passes, from outside to inside:',
  'fallback, deadline, retry (within the budget), breaker, bulkhead, timeout of the attempt.',
  'Thresholds of breakers and the order of shedding are our convention: measure, then adjust.',
];

function callOf({ call, backoff, breaker, bulkhead }: GuardedCall, apis: readonly Api[]): object {
  return {
    from: call.from,
    to: call.to,
    over: call.label,
    deadlineMs: call.deadlineMs,
    timeoutMs: call.timeoutMs,
    attempts: call.attempts,
    backoff: backoff ?? null,
    repeat: call.retried,
    repeatOn: repeatOn(call),
    repeatable: repeatable(call.to, apis),
    breaker: breaker ?? null,
    bulkhead: bulkhead ?? null,
    fallback: {
      kind: call.fallback.startsWith('none') ? 'fail' : 'substitute',
      says: call.fallback,
    },
  };
}
