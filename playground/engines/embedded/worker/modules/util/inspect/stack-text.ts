import { types } from '../types.ts';
import { prefix } from './class-name.ts';
import { indented, type Inspection } from './inspection.ts';
import { repetitions, sharedFrames } from './repeated-frames.ts';

/** The stack of an error as it is shown: its head with the class's name, its frames shortened. */

/** Where Node forgets to say how deep a value is: nothing of it stands on one line. */
export const noLevel = Number.NaN;

/** Frames of a longer stack are searched for recursions. */
const longestUnsearched = 10;

/** `isError`, which throws for no value. */
export function isErrorLike(value: unknown): value is Error {
  try {
    return types.isNativeError(value) || value instanceof Error;
  } catch {
    return false;
  }
}

export function tryTo<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The stack, or what stands for it where a program changed it. */
export function stackOf(inspection: Inspection, error: Error): string {
  const stack: unknown = tryTo(() => error.stack);
  const head = (): string => Error.prototype.toString.call(error);
  if (!stack) return head();
  if (typeof stack === 'string') return stack;
  inspection.seen.push(error);
  const shown = indented(inspection, 4, () => inspection.show(stack, noLevel));
  inspection.seen.pop();
  return `${head()}\n    ${shown}`;
}

/** Where the class's name begins in a stack of an error without a prototype. */
function nameIn(stack: string): string {
  const found =
    /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n {4}at)/.exec(stack) ??
    /^([a-z_A-Z0-9-]*Error)$/.exec(stack);
  return found?.[1] ?? '';
}

/** Puts the class's name where the stack has the error's `name`. */
export function withClassName(
  text: string,
  className: string | null,
  name: unknown,
  tag: string,
): string {
  let stack = text;
  if (typeof name !== 'string') {
    const shown = prefix(className, tag, 'Error').slice(0, -1);
    stack = stack.replace(String(name), () => `${String(name)} [${shown}]`);
  }
  const own = String(name);
  const next = stack[own.length];
  const begins =
    typeof name === 'string' &&
    name.endsWith('Error') &&
    stack.startsWith(name) &&
    (next === undefined || next === ':' || next === '\n');
  if (className !== null && !begins) return stack;
  const found = className === null ? nameIn(stack) : own;
  const shown = prefix(className, tag, className === null ? found || 'Error' : 'Error').slice(
    0,
    -1,
  );
  if (name === shown) return stack;
  if (!shown.includes(own)) return `${shown} [${own}]${stack.slice(found.length)}`;
  return found === '' ? `${shown}: ${stack}` : `${shown}${stack.slice(found.length)}`;
}

/** Replaces the frames that the cause's stack has, too. */
function withoutCause(inspection: Inspection, error: Error, frames: string[]): void {
  const cause: unknown = tryTo(() => error.cause);
  if (cause === null || cause === undefined || !isErrorLike(cause)) return;
  const stack = stackOf(inspection, cause);
  const begin = stack.indexOf('\n    at');
  if (begin === -1) return;
  const { from, count } = sharedFrames(frames, stack.slice(begin + 1).split('\n'));
  if (count === 0) return;
  const skipped = count - 2;
  const text = `    ... ${skipped} lines matching cause stack trace ...`;
  frames.splice(from + 1, skipped, inspection.stylize(text, 'undefined'));
}

/** Replaces the frames of recursions by how many there are. */
function withoutRepetitions({ stylize }: Inspection, frames: string[]): void {
  if (frames.length <= longestUnsearched) return;
  for (const { from, length, times } of repetitions(frames).reverse()) {
    const often = times > 1 ? `${length} lines ${times} times...` : 'lines ...';
    const text = `    ... collapsed ${length * times} duplicate lines matching above ${often}`;
    frames.splice(from, length * times, stylize(text, 'undefined'));
  }
}

const internalFrame = /^ {4}at (?:[^/\\(]+ \(|)node:.+:\d+:\d+\)?$/;
const packageName = /(?<=[/\\]node_modules[/\\])(?:@[^/\\]*[/\\])?[^/\\]*(?=[/\\]|$)/g;

/** Underlines packages, and grays what every path of the project begins with. */
function colored({ stylize }: Inspection, frame: string, folder: string | undefined): string {
  if (internalFrame.test(frame)) return stylize(frame, 'undefined');
  const line = frame.replaceAll(packageName, (name) => stylize(name, 'module'));
  const at = folder === undefined ? -1 : line.indexOf(folder);
  if (folder === undefined || at === -1) return line;
  const asUrl = line.slice(0, at).endsWith('file://');
  const begin = asUrl ? at - 'file://'.length : at;
  const inParentheses = line[begin - 1] === '(';
  const from = inParentheses ? begin - 1 : begin;
  const to = at + folder.length + 1;
  const closes = inParentheses && line.endsWith(')');
  const rest = closes ? `${line.slice(to, -1)}${stylize(')', 'undefined')}` : line.slice(to);
  return line.slice(0, from) + stylize(line.slice(from, to), 'undefined') + rest;
}

/** The text of frames that began `at …`. */
export function framesText(inspection: Inspection, error: Error, text: string): string {
  const frames = text.split('\n');
  withoutCause(inspection, error, frames);
  withoutRepetitions(inspection, frames);
  if (!inspection.colors) return frames.join('\n');
  const folder = tryTo(() => process.cwd());
  return frames.map((frame) => colored(inspection, frame, folder)).join('\n');
}
