import { missingArgs } from '../errors/argument-errors.ts';
import { invalidUrl as refusedUrl } from './invalid-url.ts';
import { createObjectURL, revokeObjectURL } from './object-urls.ts';
import { NodeSearchParams } from './search-params.ts';

/**
 * The class URL as Node has it, around the platform's: with Node's errors, and in what browsers
 * do otherwise than the standard.
 */

const PlatformUrl = URL;
type Input = string | URL;

/** As Node's parser throws it, which has no code in the stack's first line. */
function invalidUrl(input: string, base: string | undefined): Error {
  const error = new TypeError('Invalid URL');
  Error.captureStackTrace(error, NodeClass);
  const given = base === undefined ? { input } : { input, base };
  return Object.assign(error, { code: 'ERR_INVALID_URL', ...given });
}

/** Chromium encodes signs in a host that no host may have; only hosts without a name keep them. */
function isRefused({ protocol, hostname }: URL): boolean {
  return hostname.includes('%') && /^(?:https?|ftp|file|wss?):$/.test(protocol);
}

/** @returns null for what is no address */
function make(input: string, base: string | undefined, Class: new () => unknown): URL | null {
  if (!PlatformUrl.canParse(input, base)) return null;
  const url = Reflect.construct(PlatformUrl, [input, base], Class) as URL;
  if (isRefused(url)) return null;
  // The standard has no name for this machine.
  if (url.protocol === 'file:' && url.hostname === 'localhost') url.host = '';
  return url;
}

const textOf = (value: Input | undefined): string | undefined =>
  value === undefined ? undefined : `${value}`;

class NodeClass {
  declare readonly href: string;

  constructor(input?: Input, base?: Input) {
    if (arguments.length === 0) throw missingArgs('url');
    const [text, baseText] = [`${input}`, textOf(base)];
    const url = make(text, baseText, new.target);
    if (url === null) throw invalidUrl(text, baseText);
    return url;
  }

  /** What the platform itself made is a URL too. */
  static [Symbol.hasInstance](value: unknown): boolean {
    return [this, PlatformUrl].some((Class) =>
      Function.prototype[Symbol.hasInstance].call(Class, value),
    );
  }

  static parse(input?: Input, base?: Input): URL | null {
    if (arguments.length === 0) throw missingArgs('url');
    return make(`${input}`, textOf(base), NodeClass);
  }

  static canParse(input?: Input, base?: Input): boolean {
    if (arguments.length === 0) throw missingArgs('url');
    return make(`${input}`, textOf(base), NodeClass) !== null;
  }

  static createObjectURL(obj: unknown): string {
    return createObjectURL(obj);
  }

  static revokeObjectURL(...args: readonly unknown[]): void {
    revokeObjectURL(...args);
  }
}

/** In Node's order. */
const members = [
  'toString',
  'href',
  'origin',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'searchParams',
  'hash',
  'toJSON',
] as const;

type Member = (typeof members)[number];

function platform(name: Member): PropertyDescriptor {
  return Object.getOwnPropertyDescriptor(PlatformUrl.prototype, name) ?? {};
}

function read(url: URL, name: Member): unknown {
  return platform(name).get?.call(url);
}

/** Members that do something else than the platform's. */
const changed: Readonly<Record<string, PropertyDescriptor>> = {
  href: {
    set(this: URL, value: unknown) {
      const text = `${value as string}`;
      if (!PlatformUrl.canParse(text)) throw refusedUrl(text);
      platform('href').set?.call(this, text);
    },
  },
  origin: {
    get(this: URL) {
      return read(this, 'protocol') === 'file:' ? 'null' : read(this, 'origin');
    },
  },
  searchParams: {
    get(this: URL) {
      const params = read(this, 'searchParams') as URLSearchParams;
      return Object.setPrototypeOf(params, NodeSearchParams.prototype) as unknown;
    },
  },
};

for (const name of members)
  Object.defineProperty(NodeClass.prototype, name, { ...platform(name), ...changed[name] });
Object.defineProperty(NodeClass.prototype, Symbol.toStringTag, {
  value: 'URL',
  configurable: true,
});
Object.defineProperty(NodeClass, 'name', { value: 'URL', configurable: true });
for (const name of ['parse', 'canParse', 'createObjectURL', 'revokeObjectURL'] as const)
  Object.defineProperty(NodeClass, name, { enumerable: true });

export const NodeUrl = NodeClass as unknown as typeof URL;

/** Puts Node's classes in the place of the platform's. */
export function installUrl(): void {
  for (const [name, value] of Object.entries({ URL: NodeUrl, URLSearchParams: NodeSearchParams }))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
