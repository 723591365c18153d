import type { NodeProcess } from '../../process/process.ts';
import { validateString } from '../errors/validate.ts';

interface DeprecateOptions {
  /** False: the wrapped function is no relative of the original one. */
  readonly modifyPrototype?: boolean;
}

export type Deprecate = (
  original: CallableFunction,
  message: string,
  code?: string,
  options?: DeprecateOptions,
) => CallableFunction;

/** Makes it pass for the original one, also as a class. */
function imitate(deprecated: CallableFunction, original: CallableFunction): void {
  Object.setPrototypeOf(deprecated, original);
  if (original.prototype) deprecated.prototype = original.prototype;
  const { length } = Object.getOwnPropertyDescriptors(original);
  Object.defineProperty(deprecated, 'length', length);
}

/** Makes `util.deprecate`: it wraps a function so that its first call warns, once for each code. */
export function createDeprecate(process: NodeProcess): Deprecate {
  const warned = new Set<string>();
  return function deprecate(original, message, code, { modifyPrototype = true } = {}) {
    if (code !== undefined) validateString(code, 'code');
    let called = false;
    const warn = (): void => {
      const known = called || (code !== undefined && warned.has(code));
      called = true;
      if (code !== undefined) warned.add(code);
      if (!known) process.emitWarning(message, 'DeprecationWarning', code);
    };
    function deprecated(this: unknown, ...args: unknown[]): unknown {
      if (!Reflect.get(process, 'noDeprecation')) warn();
      if (new.target !== undefined) return Reflect.construct(original, args, new.target);
      return Reflect.apply(original, this, args);
    }
    if (modifyPrototype) imitate(deprecated, original);
    return deprecated;
  };
}
