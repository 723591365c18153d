import { invalidArgType, invalidArgValue, missingArgs } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';

/** The browser's `Blob` and `File`, refusing wrong arguments with Node's words. */

type PlatformClass = abstract new (...args: never[]) => Blob;

function badConversion(message: string): Error {
  return nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', message, badConversion);
}

function checkParts(parts: unknown): void {
  if (typeof parts !== 'object' || parts === null || !(Symbol.iterator in parts))
    throw badConversion('Value cannot be converted to sequence.');
  for (const [index, part] of Array.from(parts as Iterable<unknown>).entries())
    if (typeof part === 'symbol')
      throw badConversion(`Value[${index}] is a Symbol and cannot be converted to a string.`);
}

function checkOptions(options: unknown): void {
  if (options === undefined || options === null) return;
  if (typeof options !== 'object' && typeof options !== 'function')
    throw invalidArgType('options', 'a dictionary', options);
  const { endings = 'transparent' } = options as { readonly endings?: unknown };
  if (endings !== 'transparent' && endings !== 'native')
    throw invalidArgValue('options.endings', endings);
}

function checkBlob([parts, options]: readonly unknown[]): void {
  if (parts !== undefined) checkParts(parts);
  checkOptions(options);
}

function checkFile(args: readonly unknown[]): void {
  const [parts, , options] = args;
  if (args.length < 2) throw missingArgs('fileBits', 'fileName');
  checkParts(parts);
  checkOptions(options);
}

/** The same class, and the same prototype, behind a check of what it is made of. */
function checked<Class extends PlatformClass>(
  Platform: Class,
  check: (args: readonly unknown[]) => void,
): Class {
  const guarded = new Proxy(Platform, {
    construct(target, args: unknown[], newTarget) {
      check(args);
      return Reflect.construct(target, args, newTarget) as Blob;
    },
  });
  Object.defineProperty(Platform.prototype, 'constructor', {
    value: guarded,
    writable: true,
    configurable: true,
  });
  return guarded;
}

export const NodeBlob = checked(Blob, checkBlob);
export const NodeFile = checked(File, checkFile);
