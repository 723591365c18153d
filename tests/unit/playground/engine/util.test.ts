import nodeUtil from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  callbackify,
  customPromisify,
  promisify,
} from '../../../../playground/engines/embedded/worker/modules/util/promisify.ts';
import { styleText } from '../../../../playground/engines/embedded/worker/modules/util/style-text.ts';
import { types } from '../../../../playground/engines/embedded/worker/modules/util/types.ts';

const samples: readonly unknown[] = [
  ...[1, 'a', null, undefined, {}, [], () => 1, Symbol('s'), 1n, Promise.resolve()],
  ...[
    new Date(),
    Object.create(Date.prototype),
    /a/,
    RegExp.prototype,
    new Error(),
    new DOMException(),
  ],
  ...[new Map(), new Set(), new WeakMap(), new WeakSet(), new Map().keys(), new Set().values()],
  ...[async () => 1, function* () {}, async function* () {}, (function* () {})()],
  ...[new Number(1), new String('a'), new Boolean(false), Object(1n), Object(Symbol('o'))],
  ...[new ArrayBuffer(1), new SharedArrayBuffer(1), new DataView(new ArrayBuffer(1))],
  ...[new Uint8Array(1), new Float64Array(1), new BigInt64Array(1)],
];

describe('types', () => {
  it('tells what Node tells', () => {
    for (const [name, check] of Object.entries(nodeUtil.types)) {
      if (name === 'isProxy' || name === 'isExternal') continue;
      const own = types[name as keyof typeof types] as (value: unknown) => boolean;
      for (const sample of samples)
        expect([name, own(sample)]).toEqual([name, (check as typeof own)(sample)]);
    }
  });
});

describe('promisify', () => {
  it('gives the value, or throws the error', async () => {
    const half = promisify((value: number, done: (error: unknown, half?: number) => void) =>
      value % 2 ? done(new Error('odd')) : done(null, value / 2),
    );
    expect(await half(4)).toBe(2);
    await expect(half(3)).rejects.toThrow('odd');
  });

  it("takes a function's own version", () => {
    const own = async (): Promise<number> => 1;
    const original = Object.assign(() => undefined, { [customPromisify]: own });
    expect(promisify(original)).toBe(own);
  });

  it('refuses what is no function', () => {
    expect(() => promisify(1)).toThrow('"original" argument must be of type function');
  });
});

describe('callbackify', () => {
  it('calls back with the value', async () => {
    const double = callbackify(async (value: number) => value * 2);
    const got = await new Promise((resolve) => double(2, (...args: unknown[]) => resolve(args)));
    expect(got).toEqual([null, 4]);
  });

  it('makes an error of a rejection with nothing', async () => {
    const fails = callbackify(() => Promise.reject(null));
    const error = await new Promise((resolve) => fails(resolve));
    expect(error).toMatchObject({ code: 'ERR_FALSY_VALUE_REJECTION', reason: null });
  });
});

describe('styleText', () => {
  const shown = { validateStream: false };
  it.each([
    ['red', 'a'],
    [['bold', 'red'], 'a'],
    ['#f00', 'a'],
    ['none', 'a'],
    ['bold', 'a\u001b[22mb'],
  ] as const)('%j as in Node', (style, text) => {
    expect(styleText(style, text, shown)).toBe(nodeUtil.styleText(style as 'red', text, shown));
  });

  it('leaves a text plain where no terminal shows it', () =>
    expect(styleText('red', 'a')).toBe('a'));

  it('names the styles there are', () => {
    expect(() => styleText('rosy', 'a')).toThrow("The argument 'format' must be one of: 'reset'");
  });
});
