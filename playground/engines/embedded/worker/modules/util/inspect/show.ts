import { proxyDetails, type ProxyDetails } from '../proxies.ts';
import { plainPrefix } from './class-name.ts';
import { customInspect, inspect, type CustomInspect } from './inspect.ts';
import { indented, isTooDeep, type Inspection } from './inspection.ts';
import { layOut } from './layout.ts';
import { objectText, type ObjectText } from './object-text.ts';
import { optionNames, type Stylize } from './options.ts';
import { primitiveText } from './primitives.ts';
import { propertyText } from './properties.ts';

/** Shows a value: a primitive, a proxy, what says itself how it is shown, or an object. */

/** More is not written: what follows is shown without its properties. */
const mostWritten = 2 ** 27;

/** Options for a class's own inspection: those of the call, and what the caller gave beside them. */
function optionsFor(inspection: Inspection): Record<string, unknown> {
  const { stylize, userOptions } = inspection;
  const settings = Object.fromEntries(optionNames.map((name) => [name, inspection[name]]));
  return { stylize, ...settings, ...userOptions };
}

/** For an inspection that another realm may have made: nothing that leads back to this one. */
function foreignOptions(inspection: Inspection): object {
  const isSimple = (value: unknown): boolean =>
    value === null || (typeof value !== 'object' && typeof value !== 'function');
  const simple = Object.entries(optionsFor(inspection)).filter(([, value]) => isSimple(value));
  const stylize: Stylize = (text, style) => {
    try {
      return `${inspection.stylize(text, style)}`;
    } catch {
      return text;
    }
  };
  Object.setPrototypeOf(stylize, null);
  return Object.assign(Object.create(null) as object, Object.fromEntries(simple), { stylize });
}

/** A class's own inspection. Its prototype, which has it too, is shown as it is. */
function customOf(value: object): CustomInspect | undefined {
  const custom: unknown = Reflect.get(value, customInspect);
  if (typeof custom !== 'function' || custom === inspect) return undefined;
  const own: unknown = Object.getOwnPropertyDescriptor(value, 'constructor')?.value;
  const isPrototype = (own as { prototype?: unknown } | undefined)?.prototype === value;
  return isPrototype ? undefined : (custom as CustomInspect);
}

const hasInstance = Function.prototype[Symbol.hasInstance];
const ownRealm = (value: object): boolean => Reflect.apply(hasInstance, Object, [value]);

/** @returns undefined where the class leaves it to `inspect` */
function customText(
  inspection: Inspection,
  value: object,
  original: object,
  level: number,
): string | undefined {
  const custom = inspection.customInspect ? customOf(value) : undefined;
  if (custom === undefined) return undefined;
  const depth = inspection.depth === null ? null : inspection.depth - level;
  const foreign = value !== original || !ownRealm(original);
  const options = foreign ? foreignOptions(inspection) : optionsFor(inspection);
  const result: unknown = Reflect.apply(custom, original, [depth, options, inspect]);
  if (result === original) return undefined;
  if (typeof result !== 'string') return inspection.show(result, level);
  return result.replaceAll('\n', `\n${' '.repeat(inspection.indentation)}`);
}

function proxyText(inspection: Inspection, { target, handler }: ProxyDetails, level: number) {
  const { stylize } = inspection;
  if (isTooDeep(inspection, level)) return stylize('Proxy [Array]', 'special');
  const output = indented(inspection, 2, () =>
    [target, handler].map((part) => inspection.show(part, level + 1)),
  );
  return layOut(
    inspection,
    { output, base: '', braces: ['Proxy [', ']'], listing: 'elements' },
    level + 1,
  );
}

function circularText({ circular, stylize }: Inspection, value: object): string {
  const number = circular.get(value) ?? circular.size + 1;
  circular.set(value, number);
  return stylize(`[Circular *${number}]`, 'special');
}

/** No pattern is matched here: there is no stack left for it. */
function isStackOverflow(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { message } = error;
  return message.startsWith('Maximum call stack') || message === 'too much recursion';
}

/** Elements and properties of an object, one after the other. */
function listOf(inspection: Inspection, value: object, text: ObjectText, level: number): string[] {
  const output = text.contents(level);
  const insideView = inspection.showHidden && text.listing === 'elements';
  for (const key of text.extra) {
    const shown = indented(inspection, 2, () =>
      inspection.show(Reflect.get(value, key), level, insideView),
    );
    output.push(`${inspection.stylize(`[${key}]`, 'string')}: ${shown}`);
  }
  for (const key of text.keys)
    output.push(propertyText(inspection, value, key, level, text.listing));
  output.push(...text.inherited);
  return output;
}

/** Sorts properties; elements stay where they are. */
function sort({ sorted }: Inspection, output: string[], { listing, keys }: ObjectText): void {
  if (sorted === false) return;
  const order = sorted === true ? undefined : sorted;
  if (listing === 'properties') output.sort(order);
  else if (keys.length > 1) {
    const from = output.length - keys.length;
    output.splice(from, keys.length, ...output.slice(from).sort(order));
  }
}

/** Where the object was met again inside itself, its number goes in front. */
function withReference(
  { circular, stylize, compact }: Inspection,
  value: object,
  { base, braces }: ObjectText,
): { base: string; braces: readonly [string, string] } {
  const number = circular.get(value);
  if (number === undefined) return { base, braces };
  const reference = stylize(`<ref *${number}>`, 'special');
  if (compact === true) return { base, braces: [`${reference} ${braces[0]}`, braces[1]] };
  return { base: base === '' ? reference : `${reference} ${base}`, braces };
}

/** Counts what is written, and stops going deeper when it is too much. */
function count(inspection: Inspection, text: string): string {
  const { written, indentation } = inspection;
  const total = (written.get(indentation) ?? 0) + text.length;
  written.set(indentation, total);
  if (total > mostWritten) inspection.depth = -1;
  return text;
}

function showObject(inspection: Inspection, value: object, level: number, insideView: boolean) {
  const text = objectText(inspection, value, level, insideView);
  if (text.whole !== undefined) return text.whole;
  const tooDeep = isTooDeep(inspection, level);
  if (tooDeep && text.shallow !== undefined) return text.shallow;
  const label = (): string => plainPrefix(value, text.name, text.tag).slice(0, -1);
  if (tooDeep) return inspection.stylize(text.name === null ? label() : `[${label()}]`, 'special');
  const inside = level + 1;
  const { indentation } = inspection;
  inspection.seen.push(value);
  inspection.currentDepth = inside;
  let output: string[];
  try {
    output = listOf(inspection, value, text, inside);
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    inspection.seen.pop();
    inspection.indentation = indentation;
    const reason = 'Inspection interrupted prematurely. Maximum call stack size exceeded.';
    return inspection.stylize(`[${label()}: ${reason}]`, 'special');
  }
  const parts = { ...withReference(inspection, value, text), listing: text.listing, value };
  inspection.seen.pop();
  sort(inspection, output, text);
  return count(inspection, layOut(inspection, { ...parts, output }, inside));
}

/** `Inspection.show` */
export function showValue(
  inspection: Inspection,
  original: unknown,
  level: number,
  insideView = false,
): string {
  const { stylize } = inspection;
  if (original === null) return stylize('null', 'null');
  if (typeof original !== 'object' && typeof original !== 'function')
    return primitiveText(original, stylize, inspection);
  let value: object = original;
  const proxy = proxyDetails(original);
  if (proxy !== undefined) {
    if (proxy.target === null) return stylize('<Revoked Proxy>', 'special');
    if (inspection.showProxy) return proxyText(inspection, proxy, level);
    value = proxy.target;
  }
  const custom = customText(inspection, value, original, level);
  if (custom !== undefined) return custom;
  if (inspection.seen.includes(value)) return circularText(inspection, value);
  return showObject(inspection, value, level, insideView);
}
