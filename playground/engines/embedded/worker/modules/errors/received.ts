import { inspect } from '../util/inspect.ts';

const longestString = 28;

function receivedString(text: string): string {
  const short = text.length > longestString ? `${text.slice(0, 25)}...` : text;
  return `type string (${short.includes("'") ? JSON.stringify(short) : `'${short}'`})`;
}

function receivedObject(value: object): string {
  const { constructor } = value;
  if (typeof constructor === 'function') return `an instance of ${constructor.name}`;
  return inspect(value, { depth: -1 });
}

/** What a bad argument was, in the words of Node's messages: `type number (3)`. */
export function received(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'undefined';
    case 'function':
      return `function ${value.name}`;
    case 'object':
      return value === null ? 'null' : receivedObject(value);
    case 'string':
      return receivedString(value);
    case 'bigint':
      return `type bigint (${value}n)`;
    case 'number':
      return `type number (${Object.is(value, -0) ? '-0' : value})`;
    default:
      return `type ${typeof value} (${String(value)})`;
  }
}
