import { missingArgs } from '../errors/argument-errors.ts';
import { invalidUrl as refusedUrl } from './invalid-url.ts';
import { createObjectURL, revokeObjectURL } from './object-urls.ts';

/** The platform's URL, failing as Node's does. */

const PlatformUrl = URL;

/** As Node's parser throws it, which has no code in the stack's first line. */
function invalidUrl(input: string, base: string | undefined): Error {
  const error = new TypeError('Invalid URL');
  Error.captureStackTrace(error, NodeUrl);
  const given = base === undefined ? { input } : { input, base };
  return Object.assign(error, { code: 'ERR_INVALID_URL', ...given });
}

export class NodeUrl extends PlatformUrl {
  constructor(...[input, base]: readonly [input?: string | URL, base?: string | URL]) {
    if (arguments.length === 0) throw missingArgs('url');
    const text = `${input}`;
    try {
      super(text, base);
    } catch {
      throw invalidUrl(text, base === undefined ? undefined : `${base}`);
    }
  }

  /** What the platform itself made is a URL too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Function.prototype[Symbol.hasInstance].call(PlatformUrl, value);
  }

  static override parse(...[input, base]: readonly [input?: string | URL, base?: string | URL]) {
    if (arguments.length === 0) throw missingArgs('url');
    const text = `${input}`;
    return PlatformUrl.canParse(text, base) ? new NodeUrl(text, base) : null;
  }

  static override canParse(...[input, base]: readonly [input?: string | URL, base?: string | URL]) {
    if (arguments.length === 0) throw missingArgs('url');
    return PlatformUrl.canParse(`${input}`, base);
  }

  static override createObjectURL(obj: unknown): string {
    return createObjectURL(obj);
  }

  static override revokeObjectURL(...args: readonly unknown[]): void {
    revokeObjectURL(...args);
  }
}

Object.defineProperty(NodeUrl, 'name', { value: 'URL', configurable: true });
for (const name of ['parse', 'canParse', 'createObjectURL', 'revokeObjectURL'] as const)
  Object.defineProperty(NodeUrl, name, { enumerable: true });

/** The platform says what it was doing; Node only what is wrong. */
function guardHref(prototype: URL): void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, 'href');
  Object.defineProperty(prototype, 'href', {
    ...descriptor,
    set(this: URL, value: unknown) {
      const text = `${value as string}`;
      if (!PlatformUrl.canParse(text)) throw refusedUrl(text);
      descriptor?.set?.call(this, text);
    },
  });
}

/** Makes the global URL fail as Node's does. */
export function installUrl(): void {
  guardHref(PlatformUrl.prototype);
  Object.defineProperty(globalThis, 'URL', {
    value: NodeUrl,
    writable: true,
    configurable: true,
  });
}
