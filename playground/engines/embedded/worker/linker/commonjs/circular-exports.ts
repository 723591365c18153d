import type { NodeProcess } from '../../process/process.ts';

/**
 * Exports of a module that is still being loaded. Who asks for a property that is not there yet is
 * warned, through a prototype that goes when the module has loaded.
 */
export class CircularExports {
  readonly #prototype: object;

  constructor(warn: NodeProcess['emitWarning']) {
    const tell = (name: string | symbol): void =>
      warn(
        `Accessing non-existent property '${String(name)}' of module exports inside circular dependency`,
      );
    this.#prototype = new Proxy(
      {},
      {
        get(target, name) {
          if (name in target || name === '__esModule') return Reflect.get(target, name) as unknown;
          tell(name);
          return undefined;
        },
        getOwnPropertyDescriptor(target, name) {
          if (Object.hasOwn(target, name) || name === '__esModule')
            return Reflect.getOwnPropertyDescriptor(target, name);
          tell(name);
          return undefined;
        },
      },
    );
  }

  /** @returns the exports, watched where they are a plain object that nothing has replaced */
  watch(exports: unknown): unknown {
    if (isPlain(exports) && !('__esModule' in exports))
      Object.setPrototypeOf(exports, this.#prototype);
    return exports;
  }

  unwatch(exports: unknown): void {
    if (typeof exports !== 'object' || exports === null) return;
    if (Object.getPrototypeOf(exports) === this.#prototype)
      Object.setPrototypeOf(exports, Object.prototype);
  }
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Object.getPrototypeOf(value) === Object.prototype;
}
