import { illegalConstructor, invalidThis } from 'node:internal/errors';
import { inspect } from 'node:util';
import type { Material } from '../keys/material.ts';

/** What a key may be used for, in the order in which they are listed. */
export const usageNames = [
  'encrypt',
  'decrypt',
  'sign',
  'verify',
  'deriveKey',
  'deriveBits',
  'wrapKey',
  'unwrapKey',
] as const;
export type Usage = (typeof usageNames)[number];

/** As programs see it: a name, and what belongs to it. */
export type KeyAlgorithm = Readonly<Record<string, unknown>> & { readonly name: string };

export interface KeyState {
  readonly material: Material;
  readonly extractable: boolean;
  readonly algorithm: KeyAlgorithm;
  readonly usages: readonly Usage[];
}

const maker = Symbol('maker');
const states = new WeakMap<object, KeyState>();

function stateOf(key: unknown): KeyState {
  const state = typeof key === 'object' && key !== null ? states.get(key) : undefined;
  if (!state) throw invalidThis('CryptoKey');
  return state;
}

/** `CryptoKey`: a key of Web Crypto. Only this module makes one. */
export class CryptoKey {
  constructor(by?: unknown, state?: KeyState) {
    if (by !== maker || !state) throw illegalConstructor();
    states.set(this, state);
  }

  get type(): Material['kind'] {
    return stateOf(this).material.kind;
  }

  get extractable(): boolean {
    return stateOf(this).extractable;
  }

  get algorithm(): KeyAlgorithm {
    return stateOf(this).algorithm;
  }

  get usages(): readonly Usage[] {
    return stateOf(this).usages;
  }

  [Symbol.for('nodejs.util.inspect.custom')](
    depth: number,
    options: { depth: number | null },
  ): string {
    if (depth < 0) return '[object CryptoKey]';
    const inner = options.depth === null ? null : options.depth - 1;
    const { type, extractable, algorithm, usages } = this;
    return `CryptoKey ${inspect({ type, extractable, algorithm, usages }, { ...options, depth: inner })}`;
  }
}

for (const name of ['type', 'extractable', 'algorithm', 'usages'] as const)
  Object.defineProperty(CryptoKey.prototype, name, { enumerable: true });
Object.defineProperty(CryptoKey.prototype, Symbol.toStringTag, {
  value: 'CryptoKey',
  configurable: true,
});

export function makeKey(state: Omit<KeyState, 'usages'> & { usages: Iterable<Usage> }): CryptoKey {
  const given = new Set(state.usages);
  const usages = usageNames.filter((name) => given.has(name));
  return new CryptoKey(maker, { ...state, usages });
}

/** @returns undefined for anything else */
export function keyState(value: unknown): KeyState | undefined {
  return typeof value === 'object' && value !== null ? states.get(value) : undefined;
}
