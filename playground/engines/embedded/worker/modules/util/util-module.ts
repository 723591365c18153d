import type { NodeProcess } from '../../process/process.ts';
import { isDeepEqual } from '../assert/deep-equal.ts';
import { addAbortListener } from '../events/any-emitter.ts';
import { invalidArgType } from '../errors/argument-errors.ts';
import { validateFunction, validateString } from '../errors/validate.ts';
import { format, formatWithOptions, inspect, stripVTControlCharacters } from './inspect.ts';
import { callbackify, customPromisify, promisify } from './promisify.ts';
import { styleText } from './style-text.ts';
import { types } from './types.ts';

/** `node:util`, but for what examples have no use for. */

type Constructor = CallableFunction & { readonly prototype: object };

function inherits(constructor: Constructor, parent: Constructor): void {
  if (!constructor) throw invalidArgType('ctor', 'Function', constructor);
  if (!parent) throw invalidArgType('superCtor', 'Function', parent);
  if (parent.prototype === undefined)
    throw invalidArgType('superCtor.prototype', 'Object', parent.prototype);
  Object.defineProperty(constructor, 'super_', {
    value: parent,
    writable: true,
    configurable: true,
  });
  Object.setPrototypeOf(constructor.prototype, parent.prototype);
}

/** Makes `deprecate`: it wraps a function so that its first call warns, once for each code. */
function createDeprecate(process: NodeProcess) {
  const warned = new Set<string>();
  return (original: CallableFunction, message: string, code?: string): CallableFunction => {
    validateFunction(original, 'fn');
    let called = false;
    function deprecated(this: unknown, ...args: unknown[]): unknown {
      const first = !called && (code === undefined || !warned.has(code));
      called = true;
      if (code !== undefined) warned.add(code);
      if (first) process.emitWarning(message, 'DeprecationWarning', code);
      if (new.target !== undefined) return Reflect.construct(original, args, new.target);
      return Reflect.apply(original, this, args);
    }
    Object.setPrototypeOf(deprecated, original);
    if (original.prototype) deprecated.prototype = original.prototype;
    return deprecated;
  };
}

/** A logger that `NODE_DEBUG=section` turns on. */
function createDebuglog(process: NodeProcess) {
  const enabled = (process.env['NODE_DEBUG'] ?? '').toUpperCase().split(',');
  return (section: string) => {
    const name = section.toUpperCase();
    const on = enabled.includes(name) || enabled.includes('*');
    const log = (...args: unknown[]): void => {
      if (on) process.stderr.write(`${name} ${process.pid}: ${format(...args)}\n`);
    };
    return Object.defineProperty(log, 'enabled', { value: on, enumerable: true });
  };
}

/** @returns a promise that settles when the signal aborts */
async function aborted(signal: AbortSignal, resource: object): Promise<void> {
  if (signal === undefined) throw invalidArgType('signal', 'AbortSignal', signal);
  if (typeof resource !== 'object' || resource === null)
    throw invalidArgType('resource', 'Object', resource);
  if (signal.aborted) return;
  await new Promise<void>((resolve) => addAbortListener(signal, () => resolve()));
}

function toUSVString(text: unknown): string {
  return String(text).toWellFormed();
}

export function createUtil(process: NodeProcess) {
  const debuglog = createDebuglog(process);
  return {
    aborted,
    callbackify,
    debug: debuglog,
    debuglog,
    deprecate: createDeprecate(process),
    format,
    formatWithOptions,
    inherits,
    inspect,
    isArray: Array.isArray,
    isDeepStrictEqual: (a: unknown, b: unknown, skipPrototype = false): boolean =>
      isDeepEqual(a, b, skipPrototype ? 'strict-shape' : 'strict'),
    promisify: Object.assign(promisify, { custom: customPromisify }),
    stripVTControlCharacters(text: string): string {
      validateString(text, 'str');
      return stripVTControlCharacters(text);
    },
    styleText,
    TextDecoder,
    TextEncoder,
    toUSVString,
    types,
  };
}
