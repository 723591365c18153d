import type { Hook } from '../../context/async-ids.ts';
import type { Machine } from '../../machine.ts';
import { nodeError } from '../errors/node-error.ts';
import { createAsyncLocalStorage } from './async-local-storage.ts';
import { createAsyncResource, type AsyncResourceClass } from './async-resource.ts';

/** Names under which Node prints them. */
const initKey = Symbol('init');
const beforeKey = Symbol('before');
const afterKey = Symbol('after');
const destroyKey = Symbol('destroy');
const resolveKey = Symbol('promiseResolve');
const noPromisesKey = Symbol('kNoPromiseHook');

type CallbackName = 'init' | 'before' | 'after' | 'destroy' | 'promiseResolve';
type Callbacks = Partial<Record<CallbackName, unknown>>;

function notAFunction(name: string): Error {
  const message = `hook.${name} must be a function`;
  return nodeError(TypeError, 'ERR_ASYNC_CALLBACK', message, notAFunction);
}

/** `node:async_hooks`. Hooks see `AsyncResource`, timers, immediates and ticks, not promises. */
export function createAsyncHooks({ context, asyncIds }: Machine) {
  const AsyncResource = createAsyncResource(context, asyncIds);
  class AsyncHook {
    readonly [initKey]: unknown;
    readonly [beforeKey]: unknown;
    readonly [afterKey]: unknown;
    readonly [destroyKey]: unknown;
    readonly [resolveKey]: unknown;
    readonly [noPromisesKey] = false;
    readonly #hook: Hook;

    constructor({ init, before, after, destroy, promiseResolve }: Callbacks) {
      const callbacks = { init, before, after, destroy, promiseResolve };
      for (const [name, value] of Object.entries(callbacks))
        if (value !== undefined && typeof value !== 'function') throw notAFunction(name);
      this[initKey] = init;
      this[beforeKey] = before;
      this[afterKey] = after;
      this[destroyKey] = destroy;
      this[resolveKey] = promiseResolve;
      this.#hook = callbacks as Hook;
    }

    enable(): this {
      asyncIds.hooks.add(this.#hook);
      return this;
    }

    disable(): this {
      asyncIds.hooks.delete(this.#hook);
      return this;
    }
  }
  return {
    AsyncLocalStorage: createAsyncLocalStorage(context, AsyncResource),
    createHook: (callbacks: Callbacks) => new AsyncHook(callbacks),
    executionAsyncId: () => asyncIds.execution.asyncId,
    triggerAsyncId: () => asyncIds.execution.triggerId,
    executionAsyncResource: () => asyncIds.execution.resource,
    asyncWrapProviders: Object.freeze(Object.assign(Object.create(null) as object, { NONE: 0 })),
    AsyncResource: AsyncResource as AsyncResourceClass,
  };
}
