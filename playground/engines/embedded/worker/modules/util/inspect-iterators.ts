import { customInspect, inspect, type InspectOptions } from './inspect.ts';

/**
 * Iterators of Map and Set. Node looks into them without moving them on; code cannot. So this
 * takes what is left, shows it, and gives it back through a `next` of the iterator's own.
 */

/** The longest that Node puts on one line, less what it adds for braces and commas. */
const lineLength = 72;

const prototypes = [new Map().keys(), new Set().keys()].map(
  (iterator) => Object.getPrototypeOf(iterator) as Iterator<unknown>,
);

function takeRest(iterator: Iterator<unknown>): unknown[] {
  const rest: unknown[] = [];
  for (let step = iterator.next(); !step.done; step = iterator.next()) rest.push(step.value);
  return rest;
}

function giveBack(iterator: Iterator<unknown>, rest: readonly unknown[]): void {
  const again = rest[Symbol.iterator]();
  Object.defineProperty(iterator, 'next', { value: () => again.next(), configurable: true });
}

/** Entries come as pairs; that values are all pairs too is too rare to matter. */
function isEntries(items: readonly unknown[]): boolean {
  return items.length > 0 && items.every((item) => Array.isArray(item) && item.length === 2);
}

function inspectIterator(
  this: Iterator<unknown>,
  depth: number | null,
  options: InspectOptions,
): string {
  const tag = String(Reflect.get(this, Symbol.toStringTag));
  if (depth !== null && depth < 0) return `[${tag}]`;
  const items = takeRest(this);
  giveBack(this, items);
  const name = isEntries(items) ? tag.replace('Iterator', 'Entries') : tag;
  if (items.length === 0) return `[${name}] {  }`;
  const inner = { ...options, depth: depth === null ? null : depth - 1 };
  const shown = items.map((item) => inspect(item, inner));
  const length = shown.reduce((sum, text) => sum + text.length + 1, name.length);
  const oneLine = length <= lineLength && shown.every((text) => !text.includes('\n'));
  const body = oneLine
    ? ` ${shown.join(', ')} `
    : `\n  ${shown.join(',\n').replaceAll('\n', '\n  ')}\n`;
  return `[${name}] {${body}}`;
}

/** Makes `inspect` show what iterators of Map and Set have left. */
export function inspectIteratorsAsNode(): void {
  for (const prototype of prototypes) {
    Object.defineProperty(prototype, customInspect, {
      value: inspectIterator,
      writable: true,
      configurable: true,
    });
  }
}
