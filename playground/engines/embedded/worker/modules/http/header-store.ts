import { invalidArgType } from 'node:internal/errors';
import { validateHeaderName, validateHeaderValue } from './tokens.ts';

export type HeaderValue = string | number | readonly string[];

interface Header {
  readonly name: string;
  readonly value: HeaderValue;
}

/** Headers that will be sent, by their names in lower case. */
export class HeaderStore {
  readonly #headers = new Map<string, Header>();

  get size(): number {
    return this.#headers.size;
  }

  set(name: string, value: unknown): void {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    const values = Array.isArray(value) ? [...(value as string[])] : (value as HeaderValue);
    this.#headers.set(name.toLowerCase(), { name, value: values });
  }

  /** Adds to the values that there are. */
  append(name: string, value: unknown): void {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    const known = this.#headers.get(name.toLowerCase());
    const more = Array.isArray(value) ? (value as string[]) : [value as string];
    if (!known) this.set(name, value);
    else
      this.#headers.set(name.toLowerCase(), {
        name: known.name,
        value: [known.value, more].flat() as string[],
      });
  }

  get(name: unknown): HeaderValue | undefined {
    return this.#headers.get(keyOf(name))?.value;
  }

  has(name: unknown): boolean {
    return this.#headers.has(keyOf(name));
  }

  remove(name: unknown): void {
    this.#headers.delete(keyOf(name));
  }

  /** In lower case. */
  names(): string[] {
    return [...this.#headers.keys()];
  }

  rawNames(): string[] {
    return [...this.#headers.values()].map(({ name }) => name);
  }

  toObject(): Record<string, HeaderValue> {
    const object = Object.create(null) as Record<string, HeaderValue>;
    for (const [key, { value }] of this.#headers) object[key] = value;
    return object;
  }

  /** Name and value of each. */
  entries(): (readonly [string, HeaderValue])[] {
    return [...this.#headers.values()].map(({ name, value }) => [name, value]);
  }
}

function keyOf(name: unknown): string {
  if (typeof name !== 'string') throw invalidArgType('name', 'string', name);
  return name.toLowerCase();
}
