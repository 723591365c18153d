import { AbortError } from '../../errors/abort-error.ts';
import { outOfRange } from '../../errors/argument-errors.ts';
import { nodeError } from '../../errors/node-error.ts';
import { validateFunction, validateObject, validateSignal } from '../../errors/validate.ts';
import { destroyOnAbort } from '../core/abort-signal.ts';
import { finishedPromise } from '../core/finished.ts';
import { plainAbort, streamErrors } from '../core/stream-errors.ts';
import { nop } from '../core/ticks.ts';
import type { Readable } from '../core/types.ts';
import { composeLater } from '../pipeline/compose-later.ts';
import { readableFrom } from './from.ts';
import { makeReadable } from './make.ts';
import { mapped, skip, type MapOptions, type Mapper } from './mapped.ts';

/** The operators of a stream, as those of an array: `map`, `filter`, `reduce` and the others. */

interface Options {
  readonly signal?: AbortSignal;
}

type Test = Mapper;
type Reducer = (before: unknown, value: unknown, options: { signal: AbortSignal }) => unknown;
type Source = AsyncIterable<unknown>;

function checkOptions(options: Options | null | undefined): AbortSignal | undefined {
  if (options !== undefined && options !== null) validateObject(options, 'options');
  const signal = options?.signal ?? undefined;
  if (signal !== undefined) validateSignal(signal, 'options.signal');
  return signal;
}

function matching(source: Source, fn: Test, options?: MapOptions): AsyncGenerator<unknown> {
  validateFunction(fn, 'fn');
  const keep: Mapper = async (value, inner) => ((await fn(value, inner)) ? value : skip);
  return mapped(source, keep, options);
}

/** @throws {RangeError} for a number below 0 */
function wholeCount(value: unknown): number {
  const count = Number(value);
  if (Number.isNaN(count)) return 0;
  if (count < 0) throw outOfRange('number', '>= 0', count);
  return count;
}

async function* dropped(source: Source, count: number, signal?: AbortSignal) {
  if (signal?.aborted) throw plainAbort();
  let left = count;
  for await (const value of source) {
    if (signal?.aborted) throw plainAbort();
    if (left-- <= 0) yield value;
  }
}

async function* taken(source: Source, count: number, signal?: AbortSignal) {
  if (signal?.aborted) throw plainAbort();
  let left = count;
  for await (const value of source) {
    if (signal?.aborted) throw plainAbort();
    if (left-- > 0) yield value;
    // Nothing more is asked of the source once there is enough.
    if (left <= 0) return;
  }
}

async function* flattened(values: Source) {
  for await (const value of values) yield* value as Iterable<unknown>;
}

/** Each gives values, of which the stream that the program gets is made. */
const streamOperators = {
  drop(this: Source, number: unknown, options?: Options) {
    const signal = checkOptions(options);
    return dropped(this, wholeCount(number), signal);
  },
  filter(this: Source, fn: Test, options: MapOptions) {
    return matching(this, fn, options);
  },
  flatMap(this: Source, fn: Mapper, options: MapOptions) {
    return flattened(mapped(this, fn, options));
  },
  map(this: Source, fn: Mapper, options: MapOptions) {
    return mapped(this, fn, options);
  },
  take(this: Source, number: unknown, options?: Options) {
    const signal = checkOptions(options);
    return taken(this, wholeCount(number), signal);
  },
};

async function some(source: Source, fn: Test, options?: MapOptions): Promise<boolean> {
  const step = await first(matching(source, fn, options));
  return step.found;
}

async function first(
  values: AsyncGenerator<unknown>,
): Promise<{ found: boolean; value?: unknown }> {
  for await (const value of values) return { found: true, value };
  return { found: false };
}

function emptyReduce(): Error {
  const message = 'Reduce of an empty stream requires an initial value';
  return nodeError(TypeError, 'ERR_MISSING_ARGS', message, emptyReduce);
}

const promiseOperators = {
  async every(this: Source, fn: Test, options?: MapOptions): Promise<boolean> {
    validateFunction(fn, 'fn');
    return !(await some(this, async (...args) => !(await fn(...args)), options));
  },
  async forEach(this: Source, fn: Mapper, options: MapOptions): Promise<void> {
    validateFunction(fn, 'fn');
    const call: Mapper = async (value, inner) => {
      await fn(value, inner);
      return skip;
    };
    const results = mapped(this, call, options);
    while (!(await results.next()).done);
  },
  async reduce(
    this: Readable,
    reducer: Reducer,
    initialValue: unknown,
    options?: Options,
  ): Promise<unknown> {
    validateFunction(reducer, 'reducer');
    const given = checkOptions(options);
    if (given?.aborted) {
      const error = new AbortError(given.reason);
      this.once('error', nop);
      await finishedPromise(this.destroy(error));
      throw error;
    }
    const controller = new AbortController();
    given?.addEventListener('abort', () => controller.abort(), { once: true });
    let before = { known: arguments.length > 1, value: initialValue };
    try {
      for await (const value of this) {
        if (given?.aborted) throw plainAbort();
        before = {
          value: before.known
            ? await reducer(before.value, value, { signal: controller.signal })
            : value,
          known: true,
        };
      }
      if (!before.known) throw emptyReduce();
    } finally {
      controller.abort();
    }
    return before.value;
  },
  async toArray(this: Source, options: Options): Promise<unknown[]> {
    const signal = checkOptions(options);
    const result: unknown[] = [];
    for await (const value of this) {
      if (signal?.aborted) throw new AbortError(signal.reason);
      result.push(value);
    }
    return result;
  },
  some(this: Source, fn: Test, options?: MapOptions): Promise<boolean> {
    return some(this, fn, options);
  },
  async find(this: Source, fn: Test, options: MapOptions): Promise<unknown> {
    return (await first(matching(this, fn, options))).value;
  },
};

/** How many arguments Node's functions say that they take, where the default says otherwise. */
const lengths: Readonly<Record<string, number>> = {
  ...{ drop: 1, take: 1, some: 1, every: 1, filter: 2, flatMap: 2, map: 2, find: 2 },
  ...{ forEach: 2, reduce: 3, toArray: 1 },
};

function define(
  prototype: object,
  name: string,
  call: (self: unknown, args: unknown[]) => unknown,
) {
  const operator = function (this: unknown, ...args: unknown[]): unknown {
    if (new.target) throw streamErrors.illegalConstructor();
    return call(this, args);
  };
  Object.defineProperty(operator, 'name', { value: name, configurable: true });
  Object.defineProperty(operator, 'length', { value: lengths[name] ?? 0, configurable: true });
  Object.defineProperty(prototype, name, { value: operator, writable: true, configurable: true });
}

type Operator = (this: never, ...args: never[]) => unknown;

export function addOperators(prototype: object): void {
  for (const [name, operator] of Object.entries<Operator>(streamOperators))
    define(prototype, name, (self, args) =>
      readableFrom(readableClass, Reflect.apply(operator, self, args)),
    );
  for (const [name, operator] of Object.entries<Operator>(promiseOperators))
    define(prototype, name, (self, args) => Reflect.apply(operator, self, args));
  Object.assign(prototype, {
    compose(this: Readable, stream: unknown, options?: Options): unknown {
      const signal = checkOptions(options);
      const composed = composeLater(this, stream);
      return signal ? destroyOnAbort(signal, composed) : composed;
    },
  });
}

/** `new` of this makes a Readable. */
const readableClass = function (options: object): Readable {
  return makeReadable(options);
} as unknown as new (options: object) => Readable;
