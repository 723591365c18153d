import type { NodeProcess } from '../../process/process.ts';
import { isDeepEqual } from '../assert/deep-equal.ts';
import { invalidArgType, notOneOf } from '../errors/argument-errors.ts';
import { constants } from '../os/constants.ts';
import { aborted, transferableAbortController, transferableAbortSignal } from './abort-helpers.ts';
import { getCallSites } from './call-sites.ts';
import { createDebuglog } from './debuglog.ts';
import { createDeprecate } from './deprecate.ts';
import { diff } from './diff.ts';
import { format, formatWithOptions, inspect, stripVTControlCharacters } from './inspect.ts';
import { MIMEParams, MIMEType } from './mime.ts';
import { parseArgs } from './parse-args.ts';
import { parseEnv } from './parse-env.ts';
import { callbackify, customPromisify, promisify } from './promisify.ts';
import { styleText } from './style-text.ts';
import {
  _errnoException,
  _exceptionWithHostPort,
  getSystemErrorMap,
  getSystemErrorMessage,
  getSystemErrorName,
} from './system-errors.ts';
import { types } from './types.ts';

/** `node:util` */

type Constructor = CallableFunction & { readonly prototype: object };

function inherits(constructor: Constructor, parent: Constructor): void {
  if (constructor === undefined || constructor === null)
    throw invalidArgType('ctor', 'Function', constructor);
  if (parent === undefined || parent === null)
    throw invalidArgType('superCtor', 'Function', parent);
  if (parent.prototype === undefined)
    throw invalidArgType('superCtor.prototype', 'Object', parent.prototype);
  Object.defineProperty(constructor, 'super_', {
    value: parent,
    writable: true,
    configurable: true,
  });
  Object.setPrototypeOf(constructor.prototype, parent.prototype);
}

function extend(target: object, source: unknown): object {
  return typeof source === 'object' && source !== null ? Object.assign(target, source) : target;
}

function convertProcessSignalToExitCode(signalCode: unknown): number {
  const { signals }: { readonly signals: Readonly<Record<string, number>> } = constants;
  const known = typeof signalCode === 'string' && Object.hasOwn(signals, signalCode);
  if (!known) throw notOneOf('signalCode', signalCode, Object.keys(signals));
  return 128 + (signals[signalCode] ?? 0);
}

/** No signal reaches a program in a page, so there is nothing to trace. */
function setTraceSigInt(_enable: unknown): void {}

function toUSVString(text: unknown): string {
  return `${text as string}`.toWellFormed();
}

function isDeepStrictEqual(a: unknown, b: unknown, skipPrototype?: boolean): boolean {
  return isDeepEqual(a, b, skipPrototype ? 'strict-shape' : 'strict');
}

/** The functions that Node tells a program to replace. */
function deprecated(process: NodeProcess) {
  const deprecate = createDeprecate(process);
  const notice = (name: string, instead: string): string =>
    `The \`util.${name}\` API is deprecated. Please use ${instead} instead.`;
  return {
    _extend: deprecate(extend, notice('_extend', 'Object.assign()'), 'DEP0060'),
    isArray: deprecate(Array.isArray, notice('isArray', '`Array.isArray()`'), 'DEP0044'),
    deprecate,
  };
}

export function createUtil(process: NodeProcess) {
  const debuglog = createDebuglog(process);
  return {
    _errnoException,
    _exceptionWithHostPort,
    callbackify,
    convertProcessSignalToExitCode,
    debug: debuglog,
    debuglog,
    format,
    styleText,
    formatWithOptions,
    getCallSites,
    getSystemErrorMap,
    getSystemErrorName,
    getSystemErrorMessage,
    inherits,
    inspect,
    isDeepStrictEqual,
    promisify: Object.assign(promisify, { custom: customPromisify }),
    stripVTControlCharacters,
    toUSVString,
    transferableAbortSignal,
    transferableAbortController,
    aborted,
    types,
    parseEnv,
    parseArgs,
    TextDecoder,
    TextEncoder,
    MIMEType,
    MIMEParams,
    diff,
    setTraceSigInt,
    ...deprecated(process),
  };
}
