import { inspect, type InspectOptionsStylized } from 'node:util';

/** A class of Node's as it prints: its name, and members that are not fields of the object. */
export function showAs(
  name: string,
  members: unknown,
  whole: object,
  depth: number,
  options: InspectOptionsStylized,
): string {
  if (depth < 0) return options.stylize(`[${whole.constructor.name}]`, 'special');
  const deeper = options.depth === null || options.depth === undefined ? null : options.depth - 1;
  return `${name} ${inspect(members, { ...options, depth: deeper })}`;
}

/** Members of a class that `for (const key in it)` finds, as those of the web's classes. */
export function enumerable(prototype: object, names: readonly string[]): void {
  for (const name of names) Object.defineProperty(prototype, name, { enumerable: true });
}

/** What `Object.prototype.toString` says of a class's objects. */
export function tagged(prototype: object, value: string): void {
  Object.defineProperty(prototype, Symbol.toStringTag, { value, configurable: true });
}
