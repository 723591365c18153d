import { types } from '../types.ts';

/**
 * What iterators of Map and Set have left. Node looks into them without moving them on; code
 * cannot. So this takes what is left, and gives it back when the program asks for it.
 */

const givenBack = new WeakMap<object, Iterator<unknown>>();
const patched = new WeakSet();

interface IteratorPrototype {
  next: (this: Iterator<unknown>) => IteratorResult<unknown>;
}

/** Makes the `next` of all iterators of a kind look for what was given back. */
function patch(prototype: IteratorPrototype): void {
  if (patched.has(prototype)) return;
  patched.add(prototype);
  const original = prototype.next;
  const next = function (this: Iterator<unknown>): IteratorResult<unknown> {
    return givenBack.get(this)?.next() ?? Reflect.apply(original, this, []);
  };
  Object.defineProperty(next, 'name', { value: 'next' });
  Object.defineProperty(prototype, 'next', { value: next, writable: true, configurable: true });
}

function isPair(item: unknown): item is readonly [unknown, unknown] {
  return Array.isArray(item) && item.length === 2;
}

/** Entries come as pairs, those of a set with one value twice. Values that are such pairs are rare. */
function areEntries(iterator: object, items: readonly unknown[]): boolean {
  if (items.length === 0) return false;
  const twice = types.isSetIterator(iterator);
  return items.every((item) => isPair(item) && (!twice || Object.is(item[0], item[1])));
}

interface Preview {
  readonly items: readonly unknown[];
  readonly areEntries: boolean;
}

/** @param iterator of a Map or a Set; it stands where it stood */
export function previewEntries(iterator: Iterator<unknown>): Preview {
  const { next } = iterator;
  const items: unknown[] = [];
  for (;;) {
    const step = Reflect.apply(next, iterator, []) as IteratorResult<unknown>;
    if (step.done) break;
    items.push(step.value);
  }
  patch(prototypeOf(iterator));
  givenBack.set(iterator, items[Symbol.iterator]());
  return { items, areEntries: areEntries(iterator, items) };
}

const prototypes = [new Map().keys(), new Set().keys()].map(
  (iterator) => Object.getPrototypeOf(iterator) as IteratorPrototype,
);

function prototypeOf(iterator: object): IteratorPrototype {
  const [ofMap, ofSet] = prototypes as [IteratorPrototype, IteratorPrototype];
  return types.isMapIterator(iterator) ? ofMap : ofSet;
}
