import { AbortError } from '../../errors/abort-error.ts';
import { nodeError, type ErrorClass, type NodeError } from '../../errors/node-error.ts';
import { received } from '../../errors/received.ts';

/** The errors of streams, in Node's words. */

function maker(code: string, text: (what: string) => string, Base: ErrorClass = Error) {
  const make = (what = ''): NodeError => nodeError(Base, code, text(what), make);
  return make;
}

export const streamErrors = {
  alreadyFinished: maker(
    'ERR_STREAM_ALREADY_FINISHED',
    (method) => `Cannot call ${method} after a stream was finished`,
  ),
  cannotPipe: maker('ERR_STREAM_CANNOT_PIPE', () => 'Cannot pipe, not readable'),
  destroyed: maker(
    'ERR_STREAM_DESTROYED',
    (method) => `Cannot call ${method} after a stream was destroyed`,
  ),
  illegalConstructor: maker('ERR_ILLEGAL_CONSTRUCTOR', () => 'Illegal constructor', TypeError),
  multipleCallback: maker('ERR_MULTIPLE_CALLBACK', () => 'Callback called multiple times'),
  notImplemented: maker(
    'ERR_METHOD_NOT_IMPLEMENTED',
    (method) => `The ${method} method is not implemented`,
  ),
  nullValues: maker(
    'ERR_STREAM_NULL_VALUES',
    () => 'May not write null values to stream',
    TypeError,
  ),
  prematureClose: maker('ERR_STREAM_PREMATURE_CLOSE', () => 'Premature close'),
  pushAfterEnd: maker('ERR_STREAM_PUSH_AFTER_EOF', () => 'stream.push() after EOF'),
  unableToPipe: maker(
    'ERR_STREAM_UNABLE_TO_PIPE',
    () => 'Cannot pipe to a closed or destroyed stream',
  ),
  unknownEncoding: maker(
    'ERR_UNKNOWN_ENCODING',
    (encoding) => `Unknown encoding: ${encoding}`,
    TypeError,
  ),
  unshiftAfterEnd: maker(
    'ERR_STREAM_UNSHIFT_AFTER_END_EVENT',
    () => 'stream.unshift() after end event',
  ),
  writeAfterEnd: maker('ERR_STREAM_WRITE_AFTER_END', () => 'write after end'),
} as const;

/** @param expected such as `AsyncIterable` @param name of the function */
export function invalidReturn(expected: string, name: string, value: unknown): NodeError {
  const message = `Expected ${expected} to be returned from the "${name}" function but got ${received(value)}.`;
  return nodeError(TypeError, 'ERR_INVALID_RETURN_VALUE', message, invalidReturn);
}

/** An AbortError that has no cause at all, as Node makes it where no signal says why. */
export function plainAbort(): AbortError {
  const error = new AbortError(undefined);
  Reflect.deleteProperty(error, 'cause');
  return error;
}

/** Reads the stack of an error that is kept, or V8 keeps everything that was on the stack. */
export function touchStack(error: unknown): void {
  void (error as { readonly stack?: unknown } | null | undefined)?.stack;
}

/** One error for two that happened: the later becomes an AggregateError that holds both. */
export function bothErrors<Some extends Error | null | undefined>(
  inner: Some,
  outer: Some,
): Some | Error {
  if (!inner || !outer || inner === outer) return inner || outer;
  if (Array.isArray(Reflect.get(outer, 'errors'))) {
    (outer as unknown as AggregateError).errors.push(inner);
    return outer;
  }
  const both = new AggregateError([outer, inner], outer.message);
  return Object.assign(both, { code: Reflect.get(outer, 'code') as unknown });
}
