import {
  format,
  formatWithOptions,
  inspect as extracted,
  type InspectOptions,
  stripVTControlCharacters,
} from 'node-inspect-extracted';

/** `util.inspect`, and what is built on it. The package is Node's own source for the web. */

export { format, formatWithOptions, stripVTControlCharacters };
export type { InspectOptions };

/** What a class's own inspection is called with. */
export type CustomInspect = (depth: number, options: InspectOptions) => unknown;

/** Where a class says how it is inspected. */
export const customInspect: unique symbol = Symbol.for('nodejs.util.inspect.custom');

export const inspect: typeof extracted & {
  /** Name of a style → the two codes that turn it on and off. */
  readonly colors: Readonly<Record<string, readonly [number, number]>>;
} = extracted as never;
