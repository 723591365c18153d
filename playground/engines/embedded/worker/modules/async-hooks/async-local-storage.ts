import { newFrame, type AsyncContext } from '../../context/async-context.ts';
import { validateObject } from '../errors/validate.ts';
import type { AsyncResourceClass } from './async-resource.ts';

interface StorageOptions {
  readonly defaultValue?: unknown;
  readonly name?: string;
}

/** Puts a store back when it is disposed. */
class RunScope {
  readonly #restore: () => void;
  #disposed = false;

  constructor(restore: () => void) {
    this.#restore = restore;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#restore();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

/** `AsyncLocalStorage` on the program's context. */
export function createAsyncLocalStorage(context: AsyncContext, AsyncResource: AsyncResourceClass) {
  return class AsyncLocalStorage {
    readonly #defaultValue: unknown;
    readonly #name: string;

    constructor(options: StorageOptions = {}) {
      validateObject(options, 'options');
      this.#defaultValue = options.defaultValue;
      this.#name = `${options.name ?? ''}`;
    }

    static bind(fn: unknown): unknown {
      return AsyncResource.bind(fn);
    }

    static snapshot(): unknown {
      return AsyncResource.bind((cb: (...args: unknown[]) => unknown, ...args: unknown[]) =>
        cb(...args),
      );
    }

    get name(): string {
      return this.#name;
    }

    /** Takes the store out of the frame itself: whoever was bound to it has lost it too. */
    disable(): void {
      context.current.delete(this);
    }

    enterWith(store: unknown): void {
      context.current = newFrame(context.current).set(this, store);
    }

    run(store: unknown, callback: CallableFunction, ...args: unknown[]): unknown {
      const before = this.getStore();
      this.enterWith(store);
      try {
        return Reflect.apply(Function.prototype.apply, callback, [null, args]);
      } finally {
        this.enterWith(before);
      }
    }

    exit(callback: CallableFunction, ...args: unknown[]): unknown {
      return this.run(undefined, callback, ...args);
    }

    getStore(): unknown {
      const { current } = context;
      return current.has(this) ? current.get(this) : this.#defaultValue;
    }

    withScope(store: unknown): RunScope {
      const before = this.getStore();
      this.enterWith(store);
      return new RunScope(() => this.enterWith(before));
    }
  };
}
