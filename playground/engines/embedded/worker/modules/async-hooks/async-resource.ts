import { newFrame, type AsyncContext, type Frame } from '../../context/async-context.ts';
import type { AsyncIds, Execution } from '../../context/async-ids.ts';
import { nodeError } from '../errors/node-error.ts';
import { validateFunction, validateString } from '../errors/validate.ts';

/** Names under which Node prints them. */
const frameKey = Symbol('context_frame');
const idKey = Symbol('async_id_symbol');
const triggerKey = Symbol('trigger_async_id_symbol');

export type ResourceOptions = number | { readonly triggerAsyncId?: number };

export type AsyncResourceClass = ReturnType<typeof createAsyncResource>;

function triggerOf(options: ResourceOptions, otherwise: number): number {
  const given = typeof options === 'number' ? options : (options.triggerAsyncId ?? otherwise);
  if (Number.isSafeInteger(given) && given >= -1) return given;
  const message = `Invalid triggerAsyncId value: ${String(given)}`;
  throw nodeError(RangeError, 'ERR_INVALID_ASYNC_ID', message, triggerOf);
}

/** `AsyncResource` on the program's context. */
export function createAsyncResource(context: AsyncContext, ids: AsyncIds) {
  const contextClass = class AsyncResource {
    readonly #execution: Execution;
    readonly [frameKey]: Frame | undefined;
    readonly [idKey]: number;
    readonly [triggerKey]: number;

    constructor(type: string, options: ResourceOptions = {}) {
      validateString(type, 'type');
      const triggerId = triggerOf(options, ids.execution.asyncId);
      this[frameKey] = context.current.size > 0 ? context.current : undefined;
      this.#execution = ids.create(type, this, triggerId);
      this[idKey] = this.#execution.asyncId;
      this[triggerKey] = triggerId;
    }

    runInAsyncScope(fn: CallableFunction, thisArg?: unknown, ...args: unknown[]): unknown {
      const call = (): unknown => Reflect.apply(Function.prototype.apply, fn, [thisArg, args]);
      const frame = this[frameKey] ?? newFrame();
      return context.run(frame, () => ids.run(this.#execution, call));
    }

    emitDestroy(): this {
      ids.destroy(this.#execution);
      return this;
    }

    asyncId(): number {
      return this[idKey];
    }

    triggerAsyncId(): number {
      return this[triggerKey];
    }

    bind(fn: unknown, thisArg?: unknown): CallableFunction {
      validateFunction(fn, 'fn');
      const run = this.runInAsyncScope.bind(this, fn);
      const bound =
        thisArg === undefined
          ? function (this: unknown, ...args: unknown[]) {
              return run(this, ...args);
            }
          : (...args: unknown[]) => run(thisArg, ...args);
      const shown: { resource: unknown } = { resource: this };
      return Object.defineProperties(bound, {
        name: { value: 'bound', configurable: true },
        length: { value: fn.length, configurable: true },
        asyncResource: {
          get: () => shown.resource,
          set: (value: unknown) => (shown.resource = value),
          configurable: true,
          enumerable: true,
        },
      });
    }

    static bind(fn: unknown, type?: string, thisArg?: unknown): CallableFunction {
      const named = type || (fn as CallableFunction).name || 'bound-anonymous-fn';
      return new contextClass(named).bind(fn, thisArg);
    }
  };
  return contextClass;
}
