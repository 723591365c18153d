import type { Inspection } from './inspection.ts';
import { framesText, stackOf, tryTo, withClassName } from './stack-text.ts';

/** Errors: their stack, and which of their properties are still to be shown. */

function remove(keys: PropertyKey[], key: string): void {
  const index = keys.indexOf(key);
  if (index !== -1) keys.splice(index, 1);
}

type Read = { readonly value: unknown } | undefined;

/** A property that the stack shows is not shown again. */
function removeShown(keys: PropertyKey[], key: string, read: Read, stack: string): void {
  if (read === undefined) return;
  const { value } = read;
  if (typeof value !== 'string' || stack.includes(value)) remove(keys, key);
}

/** `cause` and `errors` are not enumerable, but shown. */
function addHidden(keys: PropertyKey[], error: Error): void {
  if (Object.hasOwn(error, 'cause') && !keys.includes('cause')) keys.push('cause');
  const errors: unknown = tryTo(() => (error as AggregateError).errors);
  if (Array.isArray(errors) && Object.hasOwn(error, 'errors') && !keys.includes('errors'))
    keys.push('errors');
}

/** Where the frames begin, after the message. */
function framesBegin(stack: string, message: unknown): number {
  const at = typeof message === 'string' && message !== '' ? stack.indexOf(message) : -1;
  // Like Node: a message at the very beginning is not looked for further on.
  return stack.indexOf('\n    at', at > 0 ? at + String(message).length : -1);
}

/** @param keys of the properties to show; those that the text shows are taken out */
export function errorText(
  inspection: Inspection,
  error: Error,
  className: string | null,
  tag: string,
  keys: PropertyKey[],
): string {
  const original = tryTo(() => stackOf(inspection, error));
  if (original === undefined) return Object.prototype.toString.call(error);
  const message = tryTo((): Read => ({ value: error.message }));
  const name = tryTo((): Read => ({ value: error.name }));
  if (!inspection.showHidden && keys.length > 0) {
    remove(keys, 'stack');
    removeShown(keys, 'message', message, original);
    removeShown(keys, 'name', name, original);
  }
  addHidden(keys, error);
  const stack = withClassName(original, className, name?.value ?? 'Error', tag);
  const begin = framesBegin(stack, message?.value);
  const text =
    begin === -1
      ? `[${stack}]`
      : `${stack.slice(0, begin)}\n${framesText(inspection, error, stack.slice(begin + 1))}`;
  return text.replaceAll('\n', `\n${' '.repeat(inspection.indentation)}`);
}
