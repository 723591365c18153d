import { nodeError, type NodeError } from 'node:internal/errors';

/** For a method that was taken from its class and called on something else. */
export function invalidThis(className: string): NodeError {
  const message = `Value of "this" must be of type ${className}`;
  return nodeError(TypeError, 'ERR_INVALID_THIS', message, invalidThis);
}

export function illegalConstructor(): NodeError {
  return nodeError(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor', illegalConstructor);
}

export function invalidTimestamp(value: number): NodeError {
  return nodeError(
    TypeError,
    'ERR_PERFORMANCE_INVALID_TIMESTAMP',
    `${value} is not a valid timestamp`,
    invalidTimestamp,
  );
}

/** @param what such as `samplePerIteration of monitorEventLoopDelay()` */
export function notInEngine(what: string): NodeError {
  return nodeError(
    Error,
    'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM',
    `The built-in engine does not have ${what}. ` +
      'Run the example in WebContainer, or download it and run it with Node.js.',
    notInEngine,
  );
}
