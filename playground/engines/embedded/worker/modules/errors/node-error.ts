/** Error classes that Node derives its own errors from. */
export type ErrorClass = new (message?: string, options?: ErrorOptions) => Error;

/** An error of Node's own, with the code that programs ask for. */
export type NodeError = Error & { code: string };

/**
 * Makes an error as Node's internals do: `code` is an own property, and the stack's first line
 * reads `TypeError [ERR_X]: message` while `name` stays `TypeError`.
 * @param hidden the function whose frames, and those above it, are left out of the stack
 * @param more further own properties, such as `input` of a bad URL; they come before `code`
 */
export function nodeError(
  Base: ErrorClass,
  code: string,
  message: string,
  hidden: CallableFunction = nodeError,
  more: Readonly<Record<string, unknown>> = {},
): NodeError {
  const error = Object.assign(new Base(message), more, { code });
  Object.defineProperty(error, 'name', {
    value: `${Base.name} [${code}]`,
    writable: true,
    configurable: true,
  });
  Error.captureStackTrace(error, hidden);
  // The stack takes its first line when it is read: it must be, before the name goes.
  void error.stack;
  Reflect.deleteProperty(error, 'name');
  Object.defineProperty(error, 'toString', {
    value: () => `${error.name} [${code}]: ${error.message}`,
    writable: true,
    configurable: true,
  });
  return error;
}
