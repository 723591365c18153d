import { validateString } from 'node:internal/errors';
import { validateHeaderName, validateHeaderValue, type Validation } from './tokens.ts';

export type HeaderValue = string | number | readonly string[];

/** Its name as it was set, and its value. */
export type Header = [name: string, value: HeaderValue];

/** Headers that will be sent, by their names in lower case. */
export class HeaderStore {
  readonly #headers = new Map<string, Header>();

  get size(): number {
    return this.#headers.size;
  }

  set(name: string, value: unknown, validation: Validation): void {
    validateHeaderName(name);
    validateHeaderValue(name, value, validation);
    this.#headers.set(name.toLowerCase(), [name, value as HeaderValue]);
  }

  /** Adds to the values that there are. */
  append(name: string, value: unknown, validation: Validation): void {
    validateHeaderName(name);
    validateHeaderValue(name, value, validation);
    const known = this.#headers.get(name.toLowerCase());
    if (known) known[1] = [known[1], value].flat() as string[];
    else this.#headers.set(name.toLowerCase(), [name, value as HeaderValue]);
  }

  get(name: unknown): HeaderValue | undefined {
    validateString(name, 'name');
    return this.#headers.get(name.toLowerCase())?.[1];
  }

  has(name: unknown): boolean {
    validateString(name, 'name');
    return this.#headers.has(name.toLowerCase());
  }

  remove(name: string): void {
    this.#headers.delete(name.toLowerCase());
  }

  /** In lower case. */
  names(): string[] {
    return [...this.#headers.keys()];
  }

  rawNames(): string[] {
    return [...this.#headers.values()].map(([name]) => name);
  }

  /** @param key what stands for a name in the object */
  toObject(key: 'lower-case' | 'as-set'): Record<string, HeaderValue> {
    const object = Object.create(null) as Record<string, HeaderValue>;
    for (const [lower, [name, value]] of this.#headers)
      object[key === 'as-set' ? name : lower] = value;
    return object;
  }

  entries(): readonly Header[] {
    return [...this.#headers.values()];
  }
}
