/**
 * What is behind proxies. No code can tell a proxy from its target, so those are remembered that
 * the program makes.
 */

export interface ProxyDetails {
  /** Null once the proxy is revoked. */
  readonly target: object | null;
  readonly handler: object | null;
}

const known = new WeakMap<object, ProxyDetails>();

/** @returns undefined for what is no proxy, as far as it is known */
export function proxyDetails(value: unknown): ProxyDetails | undefined {
  const isObject = typeof value === 'object' && value !== null;
  return isObject || typeof value === 'function' ? known.get(value) : undefined;
}

export function isProxy(value: unknown): boolean {
  return proxyDetails(value) !== undefined;
}

/** Remembers from now on which proxies are made. */
export function watchProxies(): void {
  const { revocable } = Proxy;
  const watched = new Proxy(Proxy, {
    construct(Native, [target, handler]: [object, object], newTarget) {
      const proxy = Reflect.construct(Native, [target, handler], newTarget) as object;
      known.set(proxy, { target, handler });
      return proxy;
    },
    get(Native, key, receiver) {
      return key === 'revocable'
        ? watchedRevocable
        : (Reflect.get(Native, key, receiver) as unknown);
    },
  });
  const watchedRevocable = {
    revocable(target: object, handler: object) {
      const { proxy, revoke } = revocable(target, handler);
      known.set(proxy, { target, handler });
      const forget = (): void => {
        known.set(proxy, { target: null, handler: null });
        revoke();
      };
      return { proxy, revoke: Object.defineProperty(forget, 'name', { value: '' }) };
    },
  }.revocable;
  Object.defineProperty(globalThis, 'Proxy', {
    value: watched,
    writable: true,
    configurable: true,
  });
}
