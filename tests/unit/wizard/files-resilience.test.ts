import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { resilienceFiles } from '../../../src/wizard/artefacts/resilience/resilience.ts';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import { shippedSchema } from './checks/schemas.ts';
import { someDesigns } from './designs.ts';
import { Budget, policyOf } from './resilience-policies.ts';
import type { RetryBudget, WrittenCall } from './resilience-policies.ts';
import { runs } from './runs.ts';

interface Written {
  readonly retryBudget: RetryBudget;
  readonly calls: readonly WrittenCall[];
  readonly overload: readonly { deployable: string; concurrentPerReplica: number }[];
}

const textOf = (context: RecordContext, path: string): string =>
  resilienceFiles(context).find((file) => file.path === path)?.text ?? '';

const read = (context: RecordContext): Written =>
  parse(textOf(context, 'resilience.yaml')) as Written;

/** What is said of each of them is put to the test; its schema reads every design in files.test.ts. */
const cases = someDesigns(runs(60, 1000)).map((context) => ({ context, file: read(context) }));

const [first] = cases;
if (first === undefined) throw new Error('There is no case.');
const validate = shippedSchema(textOf(first.context, 'resilience.schema.json'));

describe('resilience.yaml, which files.test.ts puts to its schema', () => {
  it('fits it', () => {
    expect(validate(first.file)).toBe(true);
  });

  it.each([
    [
      'a call without a timeout',
      (file: Written) => ({ ...file, calls: [{ ...file.calls[0], timeoutMs: undefined }] }),
    ],
    [
      'no attempt at all',
      (file: Written) => ({ ...file, calls: [{ ...file.calls[0], attempts: 0 }] }),
    ],
    [
      'a budget above all traffic',
      (file: Written) => ({ ...file, retryBudget: { percentOfTraffic: 200, atLeastPerSecond: 1 } }),
    ],
    ['a word it does not know', (file: Written) => ({ ...file, magic: true })],
  ])('refuses %s', (_what, injure) => {
    expect(validate(JSON.parse(JSON.stringify(injure(first.file))))).toBe(false);
  });
});

describe('resilience.yaml and the model', () => {
  it('has each synchronous call with its numbers, and the attempts and waits end before the deadline', () => {
    for (const { context, file } of cases) {
      const { calls } = file;
      const model = context.architecture.connections.filter((each) => each.kind === 'sync');
      expect(calls).toHaveLength(model.length);
      for (const [index, call] of calls.entries()) {
        const { from, to, deadlineMs, timeoutMs, attempts } = call;
        expect(model[index]).toMatchObject({ from, to, deadlineMs, timeoutMs, attempts });
        expect(call.backoff === null).toBe(attempts === 1);
        const waits = Array.from({ length: attempts - 1 }, (_, turn) =>
          Math.min(call.backoff?.mostMs ?? 0, (call.backoff?.firstMs ?? 0) * 2 ** turn),
        );
        const whole = waits.reduce((sum, wait) => sum + wait, timeoutMs * attempts);
        expect(whole, `${from} → ${to}`).toBeLessThan(deadlineMs);
      }
    }
  });

  it('leaves a place for other work when every guarded call of a replica hangs', () => {
    for (const { context, file } of cases) {
      const { calls, overload } = file;
      const databases = new Set(context.architecture.stores.map(({ id }) => id));
      for (const { deployable, concurrentPerReplica } of overload) {
        const taken = calls
          .filter(({ from, to }) => from === deployable && !databases.has(to))
          .reduce((sum, { bulkhead }) => sum + (bulkhead?.concurrent ?? 0), 0);
        expect(taken).toBeLessThan(concurrentPerReplica);
      }
    }
  });
});

/** Each call that differs in anything but its ends, once. */
const distinct = [
  ...new Map(
    cases.flatMap(({ file }) =>
      file.calls.map((call): [string, WrittenCall] => [
        JSON.stringify({ ...call, from: '', to: '', over: '' }),
        call,
      ]),
    ),
  ).values(),
];

/** Something that answers, fails or hangs, as the script says for each attempt. */
function service(script: (attempt: number) => 'answers' | 'fails' | 'hangs') {
  const state = { attempts: 0, givenUpAt: [] as number[] };
  const run = ({ signal }: { readonly signal: AbortSignal }): Promise<string> => {
    const what = script(state.attempts);
    state.attempts += 1;
    if (what === 'answers') return Promise.resolve('answer');
    if (what === 'fails') return Promise.reject(new Error('failure'));
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        state.givenUpAt.push(Date.now());
        reject(new Error('given up'));
      });
    });
  };
  return { state, run };
}

const generous = (): Budget => new Budget({ percentOfTraffic: 100, atLeastPerSecond: 1000 });

/** Runs a call to its end in false time. */
async function outcome(
  call: WrittenCall,
  run: ReturnType<typeof service>['run'],
  policy = policyOf(call, generous()),
) {
  const startedAt = Date.now();
  let endedAt = startedAt;
  const settled = policy.execute(run).then(
    (value) => {
      endedAt = Date.now();
      return { value };
    },
    (error: unknown) => {
      endedAt = Date.now();
      return { error };
    },
  );
  await vi.advanceTimersByTimeAsync(call.deadlineMs + 1);
  return { ...(await settled), tookMs: endedAt - startedAt } as {
    value?: string;
    error?: unknown;
    tookMs: number;
  };
}

function expectFailure(call: WrittenCall, result: { value?: string; error?: unknown }): void {
  if (call.fallback.kind === 'substitute') expect(result.value).toBe(call.fallback.says);
  else expect(result.error).toBeInstanceOf(Error);
}

describe('resilience.yaml, as its label says, against faults', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('covers calls with and without each guard', () => {
    for (const guard of ['backoff', 'breaker', 'bulkhead'] as const) {
      expect(new Set(distinct.map((call) => call[guard] === null))).toEqual(new Set([true, false]));
    }
    expect(new Set(distinct.map(({ fallback }) => fallback.kind)).size).toBe(2);
  });

  it('makes as many attempts as the file says when all of them fail, then falls back', async () => {
    for (const call of distinct) {
      const { state, run } = service(() => 'fails');
      const result = await outcome(call, run);
      expect(state.attempts).toBe(call.attempts);
      expect(result.tookMs).toBeLessThanOrEqual(call.backoff?.mostMs ?? 0);
      expectFailure(call, result);
    }
  });

  it('gives up each attempt after its timeout, and all of them before the deadline', async () => {
    for (const call of distinct) {
      const { state, run } = service(() => 'hangs');
      const startedAt = Date.now();
      const result = await outcome(call, run);
      expect(state.attempts).toBe(call.attempts);
      expect((state.givenUpAt[0] ?? 0) - startedAt).toBe(call.timeoutMs);
      expect(result.tookMs).toBeGreaterThanOrEqual(call.timeoutMs * call.attempts);
      expect(result.tookMs).toBeLessThan(call.deadlineMs);
      expectFailure(call, result);
    }
  });

  it('hides a single failure exactly where there is a second attempt', async () => {
    for (const call of distinct) {
      const { run } = service((attempt) => (attempt === 0 ? 'fails' : 'answers'));
      const result = await outcome(call, run);
      if (call.attempts > 1) expect(result.value).toBe('answer');
      else expectFailure(call, result);
    }
  });

  it('opens the breaker after as many failures, keeps it open, and closes it after good trials', async () => {
    for (const call of distinct.filter(({ breaker }) => breaker !== null)) {
      const { breaker } = call;
      if (breaker === null) continue;
      let healthy = false;
      const { state, run } = service(() => (healthy ? 'answers' : 'fails'));
      const policy = policyOf(call, generous());
      const attemptsAfter = async (): Promise<number> => {
        const before = state.attempts;
        await outcome(call, run, policy);
        return state.attempts - before;
      };
      let openedAt = 0;
      while (state.attempts < breaker.minimumCalls) {
        openedAt = Date.now();
        expect(await attemptsAfter()).toBeGreaterThan(0);
      }
      expect(state.attempts).toBe(breaker.minimumCalls);
      healthy = true;
      while (Date.now() - openedAt + call.deadlineMs < breaker.openMs) {
        expect(await attemptsAfter()).toBe(0);
      }
      await vi.advanceTimersByTimeAsync(breaker.openMs);
      for (let trial = 0; trial < breaker.trialCalls; trial += 1) {
        expect(await attemptsAfter()).toBe(1);
      }
      healthy = false;
      expect(await attemptsAfter()).toBe(call.attempts);
    }
  });

  it('leaves the breaker closed while one call in ten fails', async () => {
    for (const call of distinct.filter(({ breaker }) => breaker !== null)) {
      const { state, run } = service((attempt) => (attempt % 10 === 0 ? 'fails' : 'answers'));
      const policy = policyOf({ ...call, attempts: 1, backoff: null }, generous());
      const rounds = 2 * (call.breaker?.lastCalls ?? 0);
      for (let round = 0; round < rounds; round += 1)
        await policy.execute(run).catch(() => 'failed');
      expect(state.attempts).toBe(rounds);
    }
  });

  it('refuses at once what finds no place in the pool', async () => {
    for (const call of distinct.filter(({ bulkhead }) => bulkhead !== null)) {
      const { bulkhead } = call;
      if (bulkhead === null) continue;
      const once = { ...call, attempts: 1, backoff: null };
      const { state, run } = service(() => 'hangs');
      const policy = policyOf(once, generous());
      const places = bulkhead.concurrent + bulkhead.waiting;
      const held = Array.from({ length: places }, () => policy.execute(run).catch(() => 'ended'));
      await vi.advanceTimersByTimeAsync(0);
      expect(state.attempts).toBe(bulkhead.concurrent);
      const refused = await outcome(once, run, policy);
      expect(refused.tookMs).toBe(0);
      expectFailure(once, refused);
      await vi.advanceTimersByTimeAsync(once.deadlineMs);
      await Promise.all(held);
    }
  });

  it('spends no more retries than the budget while everything fails', async () => {
    const { retryBudget } = first.file;
    for (const call of distinct.filter(({ attempts }) => attempts > 1).slice(0, 20)) {
      const { state, run } = service(() => 'fails');
      const budget = new Budget(retryBudget);
      const policy = policyOf({ ...call, breaker: null, bulkhead: null }, budget);
      const calls = 200;
      for (let turn = 0; turn < calls; turn += 1) {
        budget.call();
        const settled = policy.execute(run).catch(() => 'failed');
        await vi.advanceTimersByTimeAsync(10);
        await vi.advanceTimersByTimeAsync(call.backoff?.mostMs ?? 0);
        await settled;
      }
      const seconds = Math.ceil((calls * (10 + (call.backoff?.mostMs ?? 0))) / 1000) + 1;
      const allowed =
        (calls * retryBudget.percentOfTraffic) / 100 + seconds * retryBudget.atLeastPerSecond;
      expect(state.attempts - calls).toBeGreaterThan(0);
      expect(state.attempts - calls).toBeLessThanOrEqual(allowed);
    }
  });
});
