import { nodeVersion } from '../../node-version.ts';
import type { Position } from '../machine.ts';
import { stackWithEmit } from '../modules/events/emitter-trouble.ts';
import { inspect } from '../modules/util/inspect.ts';
import { defaultOptions } from '../modules/util/inspect/options.ts';
import type { SourcePositions } from '../source-position.ts';

/** Node's own lines stand here where an error does not come from the program's text. */
const insideNode = 'node:internal/process/execution:1\n    throw error;\n    ^\n';
const ending = `\n\nNode.js ${nodeVersion}\n`;
const throwHint = '\n(Use `node --trace-uncaught ...` to show where the exception was thrown)';

/**
 * What Node prints when an error ends the program.
 * @param thrownAt where it was thrown; without it, where it was made
 */
export function crashReport(
  error: unknown,
  positions: SourcePositions,
  thrownAt?: Position,
): string {
  const place = placeOf(error, positions, thrownAt);
  if (!(error instanceof Error)) return `\n${place}${valueText(error)}${ending}`;
  showEmit(error);
  return `${place}\n${wholeText(error)}${ending}`;
}

/** The error that Node makes of a rejection whose reason is no error. */
export function rejectionError(reason: unknown): Error {
  const error = new Error(
    'This error originated either by throwing inside of an async function without a catch block, ' +
      'or by rejecting a promise which was not handled with .catch(). ' +
      `The promise rejected with the reason "${shortText(reason)}".`,
  );
  error.name = 'UnhandledPromiseRejection';
  return Object.assign(error, { code: 'ERR_UNHANDLED_REJECTION' });
}

function placeOf(error: unknown, positions: SourcePositions, thrownAt?: Position): string {
  const position = thrownAt ?? madeAt(error, positions);
  if (!position) return insideNode;
  const { file, line, column } = position;
  return `${file}:${line}\n${positions.line(position)}\n${' '.repeat(column - 1)}^\n`;
}

function madeAt(error: unknown, positions: SourcePositions): Position | undefined {
  if (!(error instanceof Error) || positions.madeInside(error)) return undefined;
  const isAssertion = Reflect.get(error, 'code') === 'ERR_ASSERTION';
  return isAssertion ? undefined : positions.of(error);
}

/** Deeper than usual, and as it is: the value's own way of showing itself is not asked. */
function wholeText(value: unknown): string {
  return inspect(value, { customInspect: false, depth: Math.max(defaultOptions.depth ?? 0, 5) });
}

function valueText(value: unknown): string {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (isObject) return wholeText(value);
  return String(value) + throwHint;
}

/** An `error` event that nobody listened to says where it was emitted. */
function showEmit(error: Error): void {
  const stack: unknown = Reflect.get(error, stackWithEmit);
  if (typeof stack === 'function') error.stack = String(stack());
}

/** V8's shortest text of a value, made without running code of the program. */
function shortText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return '[object Array]';
  const { name } = (Object.getPrototypeOf(value) as object | null)?.constructor ?? {};
  return name === undefined ? '[object Object]' : `#<${name}>`;
}
