import { validateObject } from '../../errors/validate.ts';
import { colorful, colors, plain, styles } from './colors.ts';
import type { Inspection } from './inspection.ts';
import { defaultOptions, type InspectOptions } from './options.ts';
import { showValue } from './show.ts';

/** Where a class says how it is inspected. */
export const customInspect: unique symbol = Symbol.for('nodejs.util.inspect.custom');

/** What a class's own inspection is called with. */
export type CustomInspect = (
  depth: number,
  options: InspectOptions,
  inspect: CallableFunction,
) => unknown;

/** What a call says: its options, or as it was in the beginning a flag, a depth and a color. */
type Wishes = readonly [options?: unknown, depth?: unknown, colors?: unknown];

function apply(inspection: Inspection, [options, depth, color]: Wishes): void {
  if (depth !== undefined) inspection.depth = depth as number;
  if (color !== undefined) inspection.colors = color as boolean;
  if (typeof options === 'boolean') inspection.showHidden = options;
  else if (options) {
    for (const [name, value] of Object.entries(options)) {
      if (Object.hasOwn(defaultOptions, name) || name === 'stylize')
        Reflect.set(inspection, name, value);
      else inspection.userOptions ??= options;
    }
  }
}

function begin(wishes: Wishes): Inspection {
  const inspection: Inspection = {
    ...defaultOptions,
    maxArrayLength: defaultOptions.maxArrayLength ?? Infinity,
    maxStringLength: defaultOptions.maxStringLength ?? Infinity,
    stylize: plain,
    indentation: 0,
    currentDepth: 0,
    seen: [],
    circular: new Map(),
    written: new Map(),
    show: (value, level, insideView) => showValue(inspection, value, level, insideView),
  };
  apply(inspection, wishes);
  if (inspection.colors) inspection.stylize = colorful(inspect);
  inspection.maxArrayLength ??= Infinity;
  inspection.maxStringLength ??= Infinity;
  return inspection;
}

interface Inspect {
  (value: unknown, options?: InspectOptions): string;
  (value: unknown, showHidden?: boolean, depth?: number | null, colors?: boolean): string;
  readonly custom: symbol;
  colors: typeof colors;
  styles: typeof styles;
  defaultOptions: InspectOptions;
}

/** A value as text for people: Node's `util.inspect`. */
export const inspect: Inspect = Object.assign(
  function inspect(value: unknown, ...wishes: Wishes): string {
    return begin(wishes).show(value, 0);
  },
  { custom: customInspect, colors, styles, defaultOptions },
);

Object.defineProperty(inspect, 'length', { value: 2, configurable: true });
Object.defineProperty(inspect, 'defaultOptions', {
  get: () => defaultOptions,
  set(options: unknown) {
    validateObject(options, 'options');
    Object.assign(defaultOptions, options);
  },
  enumerable: false,
  configurable: false,
});
