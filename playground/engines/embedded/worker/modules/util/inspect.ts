/** `util.inspect`, and what is built on it. */
export { format, formatWithOptions } from './inspect/format.ts';
export { customInspect, inspect, type CustomInspect } from './inspect/inspect.ts';
export type { InspectOptions } from './inspect/options.ts';
export { stripVTControlCharacters } from './inspect/strings.ts';
