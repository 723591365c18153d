import { byteSet } from './bytes.ts';
import { fail } from './parse-error.ts';

/**
 * The target of a request, byte by byte (RFC 9112, section 3.2), as strict as llhttp is: a path, `*`,
 * an address with its schema, or, for CONNECT, a host and a port.
 */

type Part =
  'start' | 'schema' | 'slash' | 'slashes' | 'server' | 'at' | 'path' | 'query' | 'fragment';

const letter = byteSet(/[A-Za-z]/);
/** Visible characters but `#` and `?`, which begin a new part. */
const visible = byteSet(/[!-~]/);
const ofServer = byteSet(/[\dA-Za-z\-_.!~*'()%;:&=+$,[\]]/);

/** Errors where a byte does not belong into a part. */
const faults: Readonly<Partial<Record<Part, string>>> = {
  start: 'Unexpected start char in url',
  schema: 'Unexpected char in url schema',
  slash: 'Unexpected char in url schema',
  slashes: 'Unexpected char in url schema',
  server: 'Unexpected char in url server',
  at: 'Double @ in url',
  path: 'Invalid char in url path',
  query: 'Invalid char in url query',
  fragment: 'Invalid char in url fragment start',
};

/** What ends a target is no part of it; within these it comes too early. */
const unfinished: ReadonlySet<Part> = new Set(['start', 'schema', 'slash', 'slashes']);

export class RequestTarget {
  text = '';
  #part: Part;

  constructor(method: string) {
    this.#part = method === 'CONNECT' ? 'server' : 'start';
  }

  /** Takes a byte that is no white space. */
  add(byte: number): void {
    const char = String.fromCharCode(byte);
    const next = this.#next(byte, char);
    if (!next) fail('HPE_INVALID_URL', faults[this.#part] ?? '');
    this.#part = next;
    this.text += char;
  }

  /** White space follows. */
  end(): void {
    if (unfinished.has(this.#part)) fail('HPE_INVALID_URL', 'Invalid characters in url');
  }

  #next(byte: number, char: string): Part | undefined {
    switch (this.#part) {
      case 'start':
        if (char === '/' || char === '*') return 'path';
        return letter[byte] ? 'schema' : undefined;
      case 'schema':
        if (char === ':') return 'slash';
        return letter[byte] ? 'schema' : undefined;
      case 'slash':
        return char === '/' ? 'slashes' : undefined;
      case 'slashes':
        return char === '/' ? 'server' : undefined;
      case 'server':
      case 'at':
        if (char === '@') return this.#part === 'at' ? undefined : 'at';
        if (char === '/') return 'path';
        if (char === '?') return 'query';
        return ofServer[byte] ? 'server' : undefined;
      default:
        return this.#after(byte, char);
    }
  }

  #after(byte: number, char: string): Part | undefined {
    if (!visible[byte]) return undefined;
    if (this.#part === 'fragment' || char === '#') return 'fragment';
    return this.#part === 'query' || char === '?' ? 'query' : 'path';
  }
}
