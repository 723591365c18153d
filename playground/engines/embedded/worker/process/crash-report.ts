import { nodeVersion } from '../../node-version.ts';
import { nodeError } from '../modules/errors/node-error.ts';
import { stackWithEmit } from '../modules/events/event-emitter.ts';
import { inspect } from '../modules/util/inspect.ts';
import type { SourcePositions } from '../source-position.ts';

/** Node's own lines stand here where an error does not come from the program's text. */
const insideNode = 'node:internal/process/execution:1\n    throw error;\n    ^\n';
const ending = `\n\nNode.js ${nodeVersion}\n`;
const throwHint = '\n(Use `node --trace-uncaught ...` to show where the exception was thrown)';

/** What Node prints when an error ends the program. */
export function crashReport(error: unknown, positions: SourcePositions): string {
  if (!(error instanceof Error))
    return `\n${insideNode}${inspect(error)}${isObject(error) ? '' : throwHint}${ending}`;
  showEmit(error);
  return `${placeOf(error, positions)}\n${inspect(error)}${ending}`;
}

/** The error that Node makes of a rejection whose reason is no error. */
export function rejectionError(reason: unknown): Error {
  const error = nodeError(
    Error,
    'ERR_UNHANDLED_REJECTION',
    'This error originated either by throwing inside of an async function without a catch block, ' +
      'or by rejecting a promise which was not handled with .catch(). ' +
      `The promise rejected with the reason "${shortText(reason)}".`,
    rejectionError,
  );
  error.name = 'UnhandledPromiseRejection';
  return error;
}

function placeOf(error: Error, positions: SourcePositions): string {
  const position = positions.of(error);
  const isAssertion = Reflect.get(error, 'code') === 'ERR_ASSERTION';
  if (!position || isAssertion || positions.madeInside(error)) return insideNode;
  const { file, line, column } = position;
  return `${file}:${line}\n${positions.line(position)}\n${' '.repeat(column - 1)}^\n`;
}

/** An `error` event that nobody listened to says where it was emitted. */
function showEmit(error: Error): void {
  const stack: unknown = Reflect.get(error, stackWithEmit);
  if (typeof stack === 'function') error.stack = String(stack());
}

function isObject(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** V8's shortest text of a value, made without running code of the program. */
function shortText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return '[object Array]';
  const { name } = (Object.getPrototypeOf(value) as object | null)?.constructor ?? {};
  return name === undefined ? '[object Object]' : `#<${name}>`;
}
