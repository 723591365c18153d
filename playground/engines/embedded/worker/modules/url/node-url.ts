import { createObjectURL, revokeObjectURL } from './object-urls.ts';

/** The platform's URL, failing as Node's does. */

const PlatformUrl = URL;

function invalidUrl(input: string, base: string | undefined): Error {
  const error = new TypeError('Invalid URL');
  Error.captureStackTrace(error, NodeUrl);
  const given = base === undefined ? { input } : { input, base };
  return Object.assign(error, { code: 'ERR_INVALID_URL', ...given });
}

export class NodeUrl extends PlatformUrl {
  constructor(input: string | URL, base?: string | URL) {
    try {
      super(input, base);
    } catch {
      throw invalidUrl(`${input}`, base === undefined ? undefined : `${base}`);
    }
  }

  /** What the platform itself made is a URL too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Function.prototype[Symbol.hasInstance].call(PlatformUrl, value);
  }

  static override createObjectURL = createObjectURL;
  static override revokeObjectURL = revokeObjectURL;

  static override parse(input: string | URL, base?: string | URL): URL | null {
    return PlatformUrl.canParse(input, base) ? new NodeUrl(input, base) : null;
  }
}

Object.defineProperty(NodeUrl, 'name', { value: 'URL', configurable: true });

/** Makes the global URL fail as Node's does. */
export function installUrl(): void {
  Object.defineProperty(globalThis, 'URL', {
    value: NodeUrl,
    writable: true,
    configurable: true,
  });
}
