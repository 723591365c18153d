import { nodeError } from '../errors/node-error.ts';
import { customInspect, inspect, type InspectOptions } from '../util/inspect.ts';
import { deeper, tooDeep } from './inspection.ts';

/** Iterators of URLSearchParams. They can be looked into without moving them on, as Node's can. */

type Kind = 'keys' | 'values' | 'entries';

interface Position {
  readonly params: URLSearchParams;
  readonly kind: Kind;
  index: number;
}

const positions = new WeakMap<object, Position>();
const read = URLSearchParams.prototype.entries;

function positionOf(iterator: object): Position {
  const position = positions.get(iterator);
  if (position !== undefined) return position;
  const message = 'Value of "this" must be of type URLSearchParamsIterator';
  throw nodeError(TypeError, 'ERR_INVALID_THIS', message, positionOf);
}

/** What it still gives, of the parameters as they are now. */
function rest({ params, kind, index }: Position): (string | [string, string])[] {
  const entries = [...read.call(params)].slice(index);
  return entries.map(([name, value]) =>
    kind === 'entries' ? [name, value] : kind === 'keys' ? name : value,
  );
}

const prototype = Object.create(Iterator.prototype, {
  next: {
    value: function next(this: object) {
      const position = positionOf(this);
      const [value] = rest(position);
      if (value === undefined) return { value, done: true };
      position.index++;
      return { value, done: false };
    },
    writable: true,
    enumerable: true,
    configurable: true,
  },
  [customInspect]: {
    value(this: object, depth: number | null, options: InspectOptions) {
      if (depth !== null && depth < 0) return tooDeep(options);
      const items = rest(positionOf(this));
      const inner = deeper(options, depth);
      const shown = items.map((each) => inspect(each, inner));
      const text = inspect(items, inner).includes('\n')
        ? `\n  ${shown.join(',\n  ')}`
        : ` ${shown.join(', ')}`;
      return `URLSearchParams Iterator {${text} }`;
    },
    writable: true,
    configurable: true,
  },
  [Symbol.toStringTag]: { value: 'URLSearchParams Iterator', configurable: true },
}) as object;

export function iterate(params: URLSearchParams, kind: Kind): Iterator<unknown> {
  const iterator = Object.create(prototype) as Iterator<unknown>;
  positions.set(iterator, { params, kind, index: 0 });
  return iterator;
}
