import { indented, type Inspection } from './inspection.ts';
import { primitiveText } from './primitives.ts';
import { stringWidth } from './string-width.ts';
import { escapeSymbol, quoted } from './strings.ts';

/** One property of an object: its name, and its value or what stands for it. */

const plainName = /^[a-zA-Z_][a-zA-Z_0-9]*$/;

function nameText({ stylize }: Inspection, key: PropertyKey, enumerable: boolean): string {
  const text = ((): string => {
    if (typeof key === 'symbol') return stylize(escapeSymbol(key), 'symbol');
    const name = String(key);
    if (name === '__proto__') return "['__proto__']";
    return plainName.test(name) ? stylize(name, 'name') : stylize(quoted(name), 'string');
  })();
  return enumerable ? text : `[${text}]`;
}

function isAsked({ getters }: Inspection, { set }: PropertyDescriptor): boolean {
  return getters === true || getters === (set === undefined ? 'get' : 'set');
}

/** What a getter gives, where the caller asked for it. */
function getterText(
  inspection: Inspection,
  descriptor: PropertyDescriptor,
  receiver: object,
  level: number,
): string {
  const { stylize } = inspection;
  const label = descriptor.set === undefined ? 'Getter' : 'Getter/Setter';
  if (!isAsked(inspection, descriptor)) return stylize(`[${label}]`, 'special');
  const around = (inside: string): string =>
    `${stylize(`[${label}:`, 'special')} ${inside}${stylize(']', 'special')}`;
  return indented(inspection, 2, () => {
    try {
      const value: unknown = Reflect.apply(descriptor.get as () => unknown, receiver, []);
      if (value === null) return around(stylize('null', 'null'));
      if (typeof value !== 'object' && typeof value !== 'function')
        return around(primitiveText(value, stylize, inspection));
      return `${stylize(`[${label}]`, 'special')} ${inspection.show(value, level)}`;
    } catch (error) {
      return around(`<Inspection threw (${inspection.show(error, level)})>`);
    }
  });
}

/** The value alone, as an element of an array stands. */
function valueText(
  inspection: Inspection,
  descriptor: PropertyDescriptor,
  receiver: object,
  level: number,
): string {
  if (descriptor.get !== undefined) return getterText(inspection, descriptor, receiver, level);
  const { stylize } = inspection;
  return descriptor.set === undefined
    ? stylize('undefined', 'undefined')
    : stylize('[Setter]', 'special');
}

/** An element of an array, without its index. */
export function elementText(
  inspection: Inspection,
  owner: object,
  index: PropertyKey,
  level: number,
): string {
  const descriptor = Object.getOwnPropertyDescriptor(owner, index) ?? {};
  const { value } = descriptor as { value?: unknown };
  if (value === undefined) return valueText(inspection, descriptor, owner, level);
  return indented(inspection, 2, () => inspection.show(value, level));
}

/**
 * @param owner where the property is
 * @param receiver the object that is shown, where the property is one that it inherits
 */
export function propertyText(
  inspection: Inspection,
  owner: object,
  key: PropertyKey,
  level: number,
  listing: 'properties' | 'elements',
  receiver: object = owner,
): string {
  const descriptor = Object.getOwnPropertyDescriptor(owner, key) ?? {};
  const name = nameText(inspection, key, descriptor.enumerable !== false);
  const { value } = descriptor as { value?: unknown };
  if (value === undefined) return `${name}: ${valueText(inspection, descriptor, receiver, level)}`;
  const columns = inspection.compact !== true || listing === 'elements' ? 2 : 3;
  return indented(inspection, columns, () => {
    const text = inspection.show(value, level);
    const { breakLength, colors, indentation } = inspection;
    const ownLine = columns === 3 && breakLength < stringWidth(text, colors);
    return `${name}:${ownLine ? `\n${' '.repeat(indentation)}` : ' '}${text}`;
  });
}
