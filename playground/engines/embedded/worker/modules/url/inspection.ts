import { stripVTControlCharacters, type InspectOptions } from '../util/inspect.ts';

/** What the inspections of addresses share. */

/** One level deeper, as the inspection of a field needs it. */
export function deeper(options: InspectOptions, depth: number | null): InspectOptions {
  return { ...options, depth: depth === null ? null : depth - 1 };
}

/** What stands for an object below the depth limit. */
export function tooDeep(options: InspectOptions): string {
  const text = '[Object]';
  const stylize: unknown = Reflect.get(options, 'stylize');
  return typeof stylize === 'function' ? String(stylize(text, 'special')) : text;
}

/** Colors take no room. */
export function printedLength(text: string): number {
  return stripVTControlCharacters(text).length;
}
