import type { AsyncContext, Frame } from './async-context.ts';

type Handler = ((value: unknown) => unknown) | null | undefined;
type Resolve = (value: unknown) => void;
type Executor = (resolve: Resolve, reject: Resolve) => void;

const NativePromise = Promise;

/** Promises that keep the context: their handlers run in that of the `then`. */
export class ContextPromises {
  readonly #context: AsyncContext;
  readonly #rejectedIn = new WeakMap<object, Frame>();
  readonly #maker: CallableFunction;

  constructor(context: AsyncContext) {
    this.#context = context;
    this.#maker = this.#makeMaker();
    context.onEnable(() => this.#install());
  }

  /** The frame in which a promise was rejected, as far as that can be told. */
  rejectedIn(promise: Promise<unknown>): Frame {
    return this.#rejectedIn.get(promise) ?? this.#context.current;
  }

  /** In the place of `Promise` in `new Promise(…)`; any other constructor is left. */
  constructorFor(constructor: unknown): unknown {
    const own = constructor === NativePromise && this.#context.enabled;
    return own ? this.#maker : constructor;
  }

  /**
   * A thenable is asked later, in a reaction of its own: its `then` is to run in the frame in which
   * it was handed over.
   */
  keepThenable(value: unknown): unknown {
    if (!this.#context.enabled || !mayBeThenable(value)) return value;
    const { then } = value;
    if (typeof then !== 'function') return value;
    return { then: this.#context.bind((...args) => Reflect.apply(then, value, args)) };
  }

  #makeMaker(): CallableFunction {
    const keepThenable = (value: unknown): unknown => this.keepThenable(value);
    const context = this.#context;
    const rejectedIn = this.#rejectedIn;
    return function (executor: Executor): Promise<unknown> {
      if (typeof executor !== 'function') return new NativePromise(executor);
      // The executor may reject when there is no promise yet.
      const known: { frame?: Frame; promise?: Promise<unknown> } = {};
      const note = (): void => {
        if (known.promise && known.frame) rejectedIn.set(known.promise, known.frame);
      };
      known.promise = new NativePromise((resolve, reject) => {
        const rejectHere: Resolve = (reason) => {
          known.frame = context.current;
          note();
          reject(reason);
        };
        executor((value) => resolve(keepThenable(value)), rejectHere);
      });
      note();
      return known.promise;
    };
  }

  #install(): void {
    const { prototype } = NativePromise;
    const { then } = prototype;
    const keep = (handler: Handler): Handler => this.#handler(handler);
    replace(prototype, 'then', function (this: Promise<unknown>, done?: Handler, failed?: Handler) {
      return Reflect.apply(then, this, [keep(done), keep(failed)]);
    });
    const { resolve, reject } = NativePromise;
    const keepThenable = (value: unknown): unknown => this.keepThenable(value);
    replace(NativePromise, 'resolve', function (this: unknown, value?: unknown) {
      return Reflect.apply(resolve, this, [keepThenable(value)]);
    });
    const rejectedIn = this.#rejectedIn;
    const context = this.#context;
    replace(NativePromise, 'reject', function (this: unknown, reason?: unknown) {
      const promise = Reflect.apply(reject, this, [reason]) as object;
      rejectedIn.set(promise, context.current);
      return promise;
    });
    const { queueMicrotask } = globalThis;
    replace(globalThis, 'queueMicrotask', (task: () => void) => {
      queueMicrotask(typeof task === 'function' ? context.bindTask(task) : task);
    });
  }

  /** Where a handler throws, its frame stays for whoever handles the rejection. */
  #handler(handler: Handler): Handler {
    if (typeof handler !== 'function') return handler;
    const context = this.#context;
    const frame = context.current;
    return (value) => {
      const before = context.current;
      context.current = frame;
      const result = this.keepThenable(handler(value));
      context.current = before;
      return result;
    };
  }
}

function mayBeThenable(value: unknown): value is { readonly then?: unknown } {
  const isObject = typeof value === 'object' && value !== null;
  return (isObject || typeof value === 'function') && !(value instanceof NativePromise);
}

/** Keeps the name and the length of the built-in function. */
function replace(owner: object, name: string, value: CallableFunction): void {
  const { length } = Reflect.get(owner, name) as CallableFunction;
  Object.defineProperties(value, {
    name: { value: name, configurable: true },
    length: { value: length, configurable: true },
  });
  Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}
