import { typedArrayName, types, unbox } from '../types.ts';
import { className, plainPrefix, prefix, tagOf, type Inherited } from './class-name.ts';
import {
  arrayTexts,
  bufferKeys,
  bytesTexts,
  iteratorTexts,
  mapTexts,
  promiseTexts,
  setTexts,
  typedArrayTexts,
  weakTexts,
} from './collection-text.ts';
import { errorText } from './error-text.ts';
import { functionText } from './function-text.ts';
import { isTooDeep, type Inspection } from './inspection.ts';
import { numberText, primitiveText } from './primitives.ts';
import { plain } from './colors.ts';
import { propertyText } from './properties.ts';
import { isErrorLike } from './stack-text.ts';

/** What each kind of object shows beside its properties. */

export interface ObjectText {
  /** The object's name: null without a prototype. */
  readonly name: string | null;
  readonly tag: string;
  /** Stands before the braces, or alone where there are no properties. */
  readonly base: string;
  readonly braces: [open: string, close: string];
  readonly listing: 'properties' | 'elements';
  readonly keys: readonly PropertyKey[];
  /** Properties of prototypes that are shown. */
  readonly inherited: readonly string[];
  /** Getters that are shown as properties in brackets. */
  readonly extra: readonly string[];
  /** The whole text, where there is nothing in the braces. */
  readonly whole?: string;
  /** The whole text also below the depth limit. */
  readonly shallow?: string;
  readonly contents: (level: number) => string[];
}

interface Subject<Value = object> {
  readonly inspection: Inspection;
  readonly value: Value;
  readonly name: string | null;
  readonly tag: string;
  readonly insideView: boolean;
  readonly tooDeep: boolean;
  /** Own keys, which a kind may change. */
  readonly keys: PropertyKey[];
}

type Parts = Partial<Pick<ObjectText, 'base' | 'braces' | 'listing' | 'contents' | 'shallow'>> & {
  /** Shown where there are no properties. */
  readonly empty?: string;
};

type Kind = readonly [is: (value: never) => boolean, show: (subject: Subject<never>) => Parts];

function isEnumerable(value: object, key: PropertyKey): boolean {
  return Object.prototype.propertyIsEnumerable.call(value, key);
}

/** Keys of the properties that are shown. */
function keysOf(value: object, showHidden: boolean): PropertyKey[] {
  const symbols = Object.getOwnPropertySymbols(value);
  if (showHidden) return [...Object.getOwnPropertyNames(value), ...symbols];
  const names = ((): string[] => {
    try {
      return Object.keys(value);
    } catch {
      // A module that has not run: its bindings cannot be read yet.
      return Object.getOwnPropertyNames(value);
    }
  })();
  return [...names, ...symbols.filter((key) => isEnumerable(value, key))];
}

const isIndex = (key: PropertyKey): boolean =>
  typeof key === 'string' && /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1;

const braces = (before: string, open = '{', close = '}'): [string, string] => [
  `${before}${open}`,
  close,
];

function onlyNamed(keys: PropertyKey[]): void {
  const named = keys.filter((key) => !isIndex(key));
  keys.splice(0, keys.length, ...named);
}

/** Arrays, sets, maps and their like. They are looked for where there is an iterator, or no class. */
const iterables: readonly Kind[] = [
  [
    Array.isArray,
    ({ inspection, value, name, tag, keys }: Subject<unknown[]>) => {
      onlyNamed(keys);
      const plainArray = name === 'Array' && tag === '';
      const before = plainArray ? '' : prefix(name, tag, 'Array', `(${value.length})`);
      return {
        braces: braces(before, '[', ']'),
        listing: 'elements',
        ...(value.length === 0 && { empty: `${before}[]` }),
        contents: (level) => arrayTexts(inspection, value, level),
      };
    },
  ],
  [
    types.isSet,
    ({ inspection, value, name, tag }: Subject<Set<unknown>>) => {
      const size = sizeOf(Set.prototype, value);
      const before = prefix(name, tag, 'Set', `(${size})`);
      return {
        braces: braces(before),
        ...(size === 0 && { empty: `${before}{}` }),
        contents: (level) => setTexts(inspection, value, counted(name, size), level),
      };
    },
  ],
  [
    types.isMap,
    ({ inspection, value, name, tag }: Subject<Map<unknown, unknown>>) => {
      const size = sizeOf(Map.prototype, value);
      const before = prefix(name, tag, 'Map', `(${size})`);
      return {
        braces: braces(before),
        ...(size === 0 && { empty: `${before}{}` }),
        contents: (level) => mapTexts(inspection, value, counted(name, size), level),
      };
    },
  ],
  [
    types.isTypedArray,
    ({ inspection, value, name, tag, keys }: Subject<Uint8Array>) => {
      onlyNamed(keys);
      const array = name === null ? withPrototype(value) : value;
      const fallback = name === null ? array.constructor.name : '';
      const before = prefix(name, tag, fallback, `(${array.length})`);
      const isEmpty = array.length === 0 && !inspection.showHidden;
      return {
        braces: braces(before, '[', ']'),
        listing: 'elements',
        ...(isEmpty && { empty: `${before}[]` }),
        contents: () => typedArrayTexts(inspection, array),
      };
    },
  ],
  [types.isMapIterator, (subject: Subject<Iterator<unknown>>) => iteratorParts(subject, 'Map')],
  [types.isSetIterator, (subject: Subject<Iterator<unknown>>) => iteratorParts(subject, 'Set')],
];

function sizeOf(prototype: object, value: object): number {
  const get = Object.getOwnPropertyDescriptor(prototype, 'size')?.get as () => number;
  return Reflect.apply(get, value, []);
}

/** Like Node, whatever the limit is: without a prototype all is shown. */
function counted(name: string | null, size: number): number {
  return name === null ? Number.NaN : size;
}

/** The array again, with the prototype of its kind, so that its elements can be read. */
function withPrototype(value: ArrayBufferView): Uint8Array {
  const tag = typedArrayName(value) ?? 'Uint8Array';
  const Class = Reflect.get(globalThis, tag) as new (from: unknown) => Uint8Array;
  return new Class(value);
}

function iteratorParts(subject: Subject<Iterator<unknown>>, of: 'Map' | 'Set'): Parts {
  const { inspection, value, tag } = subject;
  const kind = `${of} Iterator`;
  const other = tag === kind || tag === '' ? '' : `${tag}] [`;
  const own = braces(`[${other}${kind}] `);
  return { braces: own, contents: (level) => iteratorTexts(inspection, value, level, own) };
}

/** A kind whose text stands before its properties, without its class if that is the usual one. */
function titled({ name, tag }: Subject<unknown>, usual: string, text: string): string {
  const before = prefix(name, tag, usual);
  return before === `${usual} ` ? text : `${before}${text}`;
}

function boxedText({ inspection, value, name, tag, keys }: Subject): string {
  const inside: unknown = unbox(value);
  const kind = `${(typeof inside)[0]?.toUpperCase()}${(typeof inside).slice(1)}`.replace(
    'Bigint',
    'BigInt',
  );
  if (typeof inside === 'string') keys.splice(0, inside.length);
  const other = name === null ? ' (null prototype)' : ` (${name})`;
  const shown = primitiveText(inside, plain, inspection);
  const text = `[${kind}${kind === name ? '' : other}: ${shown}]`;
  const tagged = tag !== '' && tag !== name ? `${text} [${tag}]` : text;
  return keys.length > 0 ? tagged : inspection.stylize(tagged, kind.toLowerCase());
}

/** A module's exports: those that have no value yet are said to be so. */
function namespaceTexts({ inspection, value, keys }: Subject, level: number): string[] {
  const show = (owner: object, key: PropertyKey): string =>
    propertyText(inspection, owner, key, level, 'properties');
  const texts = keys.map((key) => {
    try {
      return show(value, key);
    } catch {
      const text = show({ [key]: '' }, key);
      const waiting = inspection.stylize('<uninitialized>', 'special');
      return text.slice(0, text.lastIndexOf(' ') + 1) + waiting;
    }
  });
  keys.length = 0;
  return texts;
}

const others: readonly Kind[] = [
  [
    (value) => typeof value === 'function',
    ({ inspection, value, name, tag }: Subject<CallableFunction>) => {
      const base = functionText(inspection, value, name, tag);
      return { base, empty: inspection.stylize(base, 'special') };
    },
  ],
  [
    types.isArgumentsObject,
    ({ name, value, tag }: Subject) => {
      if (name !== 'Object') return plainParts(value, name, tag);
      return { braces: braces('[Arguments] '), empty: '[Arguments] {}' };
    },
  ],
  [
    types.isRegExp,
    (subject: Subject<RegExp>) => {
      const { inspection, value, name } = subject;
      const source = RegExp.prototype.toString.call(name === null ? new RegExp(value) : value);
      const base = titled(subject, 'RegExp', source);
      const text = inspection.stylize(base, 'regexp');
      return { base, empty: text, shallow: text };
    },
  ],
  [
    types.isDate,
    (subject: Subject<Date>) => {
      const invalid = Number.isNaN(Date.prototype.getTime.call(subject.value));
      const { toString, toISOString } = Date.prototype;
      const text = Reflect.apply(invalid ? toString : toISOString, subject.value, []);
      const base = titled(subject, 'Date', text);
      return { base, empty: subject.inspection.stylize(base, 'date') };
    },
  ],
  [
    isErrorLike,
    ({ inspection, value, name, tag, keys }: Subject<Error>) => {
      const base = errorText(inspection, value, name, tag, keys);
      return { base, empty: base };
    },
  ],
  [
    types.isAnyArrayBuffer,
    ({ inspection, value, name, tag, insideView }: Subject<ArrayBufferLike>) => {
      const usual = types.isArrayBuffer(value) ? 'ArrayBuffer' : 'SharedArrayBuffer';
      const before = prefix(name, tag, usual);
      if (!insideView)
        return { braces: braces(before), contents: () => bytesTexts(inspection, value) };
      const length = inspection.stylize(numberText(value.byteLength, false), 'number');
      return { braces: braces(before), empty: `${before}{ [byteLength]: ${length} }` };
    },
  ],
  [
    types.isDataView,
    ({ name, tag }: Subject) => ({ braces: braces(prefix(name, tag, 'DataView')) }),
  ],
  [
    types.isPromise,
    ({ inspection, value, name, tag }: Subject) => ({
      braces: braces(prefix(name, tag, 'Promise')),
      contents: (level) => promiseTexts(inspection, value, level),
    }),
  ],
  [types.isWeakSet, (subject: Subject) => weakParts(subject, 'WeakSet')],
  [types.isWeakMap, (subject: Subject) => weakParts(subject, 'WeakMap')],
  [
    types.isModuleNamespaceObject,
    (subject: Subject) => ({
      braces: braces(prefix(subject.name, subject.tag, 'Module')),
      contents: (level) => namespaceTexts(subject, level),
    }),
  ],
  [
    types.isBoxedPrimitive,
    (subject: Subject) => {
      const base = boxedText(subject);
      return { base, empty: base };
    },
  ],
  [
    (value) => (value as unknown) instanceof URL,
    ({ value, name, tag, tooDeep }: Subject<URL>) =>
      tooDeep ? plainParts(value, name, tag) : { base: value.href, empty: value.href },
  ],
];

function weakParts({ inspection, name, tag }: Subject, kind: string): Parts {
  return { braces: braces(prefix(name, tag, kind)), contents: () => weakTexts(inspection) };
}

function plainParts(value: object, name: string | null, tag: string): Parts {
  const before = name === 'Object' && tag === '' ? '' : plainPrefix(value, name, tag);
  return { braces: braces(before), empty: `${before}{}` };
}

function partsOf(subject: Subject): Parts {
  const { value, name, tag } = subject;
  const find = (kinds: readonly Kind[]) => kinds.find(([is]) => is(value as never))?.[1];
  const iterable = Symbol.iterator in value || name === null ? find(iterables) : undefined;
  const isPlain =
    name === 'Object' && typeof value !== 'function' && !types.isArgumentsObject(value);
  const show = iterable ?? (isPlain ? undefined : find(others));
  return show === undefined ? plainParts(value, name, tag) : show(subject as never);
}

/** @param insideView whether the object is the buffer of a view */
export function objectText(
  inspection: Inspection,
  value: object,
  level: number,
  insideView: boolean,
): ObjectText {
  const { showHidden } = inspection;
  const tooDeep = isTooDeep(inspection, level);
  const collected: Inherited = showHidden && !tooDeep ? [] : undefined;
  const name = className(inspection, value, level, collected);
  const tag = tagOf(value, inspection);
  const keys = keysOf(value, showHidden);
  const parts = partsOf({ inspection, value, name, tag, insideView, tooDeep, keys });
  const inherited = collected ?? [];
  const hasNothing = keys.length === 0 && inherited.length === 0;
  return {
    ...{ name, tag, keys, inherited },
    base: parts.base ?? '',
    braces: parts.braces ?? ['{', '}'],
    listing: parts.listing ?? 'properties',
    extra:
      insideView && types.isAnyArrayBuffer(value) ? ['byteLength'] : bufferKeys(value, showHidden),
    ...(hasNothing && parts.empty !== undefined && { whole: parts.empty }),
    ...(parts.shallow !== undefined && { shallow: parts.shallow }),
    contents: parts.contents ?? (() => []),
  };
}
