import { AbortError as NodeAbortError } from '../../errors/abort-error.ts';
import {
  invalidArgType,
  invalidArgValue,
  missingArgs,
  outOfRange,
} from '../../errors/argument-errors.ts';
import { nodeError, type ErrorClass, type NodeError } from '../../errors/node-error.ts';
import { received } from '../../errors/received.ts';

/** The errors of streams, as readable-stream constructs them: `new codes.ERR_X(…)`. */

type ErrorConstructor<Args extends unknown[]> = new (...args: Args) => NodeError;

/** A function that gives an object is a constructor of it. */
function constructorOf<Args extends unknown[]>(
  make: (...args: Args) => NodeError,
): ErrorConstructor<Args> {
  const construct = function (...args: Args): NodeError {
    return make(...args);
  };
  return construct as unknown as ErrorConstructor<Args>;
}

function always(code: string, message: string, Base: ErrorClass = Error) {
  return constructorOf(() => nodeError(Base, code, message));
}

function about(code: string, text: (what: string) => string, Base: ErrorClass = Error) {
  return constructorOf((what: string) => nodeError(Base, code, text(what)));
}

function invalidReturnValue(expected: string, name: string, value: unknown): NodeError {
  const message = `Expected ${expected} to be returned from the "${name}" function but got ${received(value)}.`;
  return nodeError(TypeError, 'ERR_INVALID_RETURN_VALUE', message);
}

/** readable-stream is older than Node here: what streams take has grown since. */
const newerTypes: Readonly<Record<string, readonly string[]>> = {
  Uint8Array: ['TypedArray', 'DataView'],
  AsyncFunction: [],
};

function invalidType(
  name: string,
  expected: string | readonly string[],
  actual: unknown,
): NodeError {
  const types = typeof expected === 'string' ? [expected] : expected;
  return invalidArgType(
    name,
    types.flatMap((type) => newerTypes[type] ?? [type]),
    actual,
  );
}

export const codes = {
  ERR_ILLEGAL_CONSTRUCTOR: always('ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor', TypeError),
  ERR_INVALID_ARG_TYPE: constructorOf(invalidType),
  ERR_INVALID_ARG_VALUE: constructorOf(invalidArgValue),
  ERR_INVALID_RETURN_VALUE: constructorOf(invalidReturnValue),
  ERR_METHOD_NOT_IMPLEMENTED: about(
    'ERR_METHOD_NOT_IMPLEMENTED',
    (name) => `The ${name} method is not implemented`,
  ),
  ERR_MISSING_ARGS: constructorOf((...names: string[]) => missingArgs(...names)),
  ERR_MULTIPLE_CALLBACK: always('ERR_MULTIPLE_CALLBACK', 'Callback called multiple times'),
  ERR_OUT_OF_RANGE: constructorOf(outOfRange),
  ERR_STREAM_ALREADY_FINISHED: about(
    'ERR_STREAM_ALREADY_FINISHED',
    (name) => `Cannot call ${name} after a stream was finished`,
  ),
  ERR_STREAM_CANNOT_PIPE: always('ERR_STREAM_CANNOT_PIPE', 'Cannot pipe, not readable'),
  ERR_STREAM_DESTROYED: about(
    'ERR_STREAM_DESTROYED',
    (name) => `Cannot call ${name} after a stream was destroyed`,
  ),
  ERR_STREAM_NULL_VALUES: always(
    'ERR_STREAM_NULL_VALUES',
    'May not write null values to stream',
    TypeError,
  ),
  ERR_STREAM_PREMATURE_CLOSE: always('ERR_STREAM_PREMATURE_CLOSE', 'Premature close'),
  ERR_STREAM_PUSH_AFTER_EOF: always('ERR_STREAM_PUSH_AFTER_EOF', 'stream.push() after EOF'),
  ERR_STREAM_UNSHIFT_AFTER_END_EVENT: always(
    'ERR_STREAM_UNSHIFT_AFTER_END_EVENT',
    'stream.unshift() after end event',
  ),
  ERR_STREAM_WRITE_AFTER_END: always('ERR_STREAM_WRITE_AFTER_END', 'write after end'),
  ERR_UNKNOWN_ENCODING: about(
    'ERR_UNKNOWN_ENCODING',
    (encoding) => `Unknown encoding: ${encoding}`,
    TypeError,
  ),
};

/** As readable-stream constructs it: the message first. */
export class AbortError extends NodeAbortError {
  constructor(message = 'The operation was aborted', options?: { readonly cause?: unknown }) {
    super(options?.cause, message);
    if (options === undefined) Reflect.deleteProperty(this, 'cause');
  }
}

/** One error for two that happened: the later becomes an AggregateError that holds both. */
export function aggregateTwoErrors(
  inner: Error | null | undefined,
  outer: Error | null | undefined,
): Error | null | undefined {
  if (!inner || !outer || inner === outer) return inner ?? outer;
  if (outer instanceof AggregateError) {
    outer.errors.push(inner);
    return outer;
  }
  const both = new AggregateError([outer, inner], outer.message);
  return 'code' in outer ? Object.assign(both, { code: outer.code }) : both;
}
