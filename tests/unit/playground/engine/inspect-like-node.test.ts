import nodeUtil from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { previewEntries } from '../../../../playground/engines/embedded/worker/modules/util/inspect/iterator-preview.ts';
import { watchPromises } from '../../../../playground/engines/embedded/worker/modules/util/inspect/promise-states.ts';
import { stringWidth } from '../../../../playground/engines/embedded/worker/modules/util/inspect/string-width.ts';
import {
  format,
  formatWithOptions,
  inspect,
  stripVTControlCharacters,
} from '../../../../playground/engines/embedded/worker/modules/util/inspect.ts';
import { watchProxies } from '../../../../playground/engines/embedded/worker/modules/util/proxies.ts';
import { arbitraryOptions, arbitraryValue } from './arbitrary-values.ts';
import { optionSets, samples } from './inspect-samples.ts';

/** Many runs, on a machine that does other things as well. */
vi.setConfig({ testTimeout: 60_000 });

watchProxies();
watchPromises();

describe('inspect', () => {
  it.each(Object.keys(samples))('shows %s as Node does, whatever the options', (name) => {
    const value = samples[name];
    for (const options of optionSets)
      expect([options, inspect(value, options)]).toEqual([
        options,
        nodeUtil.inspect(value, options),
      ]);
  });

  it('shows any value with any options as Node does', () => {
    fc.assert(
      fc.property(arbitraryValue, arbitraryOptions, (value, options) => {
        expect(inspect(value, options)).toBe(nodeUtil.inspect(value, options));
      }),
      { numRuns: 1500 },
    );
  });

  it('takes a flag, a depth and a color one after the other, too', () => {
    const value = { a: { b: { c: 1 } }, d: 'x' };
    expect(inspect(value, true, 0, true)).toBe(nodeUtil.inspect(value, true, 0, true));
  });

  it('shows proxies with and without showProxy', () => {
    const plain = new Proxy({ a: { b: 1 } }, { get: () => 'trap' });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const value of [plain, [new Proxy(plain, {})], proxy, new Proxy(() => 1, {})])
      for (const options of [{}, { showProxy: true }, { showProxy: true, depth: 0 }])
        expect(inspect(value, options)).toBe(nodeUtil.inspect(value, options));
  });

  it('shows what promises settled with, where they were made settled', async () => {
    const rejected = Promise.reject(new Error('no'));
    rejected.catch(() => undefined);
    const { promise, resolve } = Promise.withResolvers();
    const values = [Promise.resolve({ a: { b: {} } }), rejected, promise];
    expect(inspect(values)).toBe(nodeUtil.inspect(values));
    resolve(7);
    expect(inspect(promise)).toBe('Promise { 7 }');
    await promise;
  });

  it('shows what iterators have left, and leaves it to them', () => {
    const list: readonly (readonly [string, number])[] = [
      ['a', 1],
      ['b', 2],
    ];
    for (const make of [() => new Map(list).entries(), () => new Map(list).values()]) {
      expect(inspect(make())).toBe(nodeUtil.inspect(make()));
      const iterator = make() as Iterator<unknown>;
      iterator.next();
      previewEntries(iterator);
      expect(inspect(iterator)).toBe(inspect(iterator));
      expect(iterator.next().done).toBe(false);
      expect(iterator.next().done).toBe(true);
      expect(Reflect.ownKeys(iterator)).toEqual([]);
    }
    const values = new Set([1, 2, 3]).values();
    values.next();
    expect(inspect([values])).toBe('[ [Set Iterator] { 2, 3 } ]');
    expect([...values]).toEqual([2, 3]);
  });

  it('hands a class its options, and lets it style', () => {
    const value = {
      [inspect.custom]: (depth: number, options: nodeUtil.InspectOptionsStylized) =>
        [depth, Object.keys(options).join(), options.stylize('x', 'number')].join(' '),
    };
    for (const options of [{}, { colors: true }, { depth: 0, mine: 1 }, { depth: null }])
      expect(inspect([value], options)).toBe(nodeUtil.inspect([value], options));
  });

  it('stops where the stack ends, and says so', () => {
    let nested: object = {};
    for (let level = 0; level < 20_000; level++) nested = { nested };
    expect(inspect(nested, { depth: null })).toContain('Maximum call stack size exceeded.]');
  });

  it('takes changed defaults, styles and colors', () => {
    inspect.defaultOptions = { depth: 0 };
    inspect.styles['number'] = 'grey';
    inspect.colors['blackBright'] = [1, 2];
    expect(inspect({ a: {}, b: [1] })).toBe('{ a: {}, b: [Array] }');
    expect(inspect(1, { colors: true })).toBe('\u001b[1m1\u001b[2m');
    inspect.defaultOptions = { depth: 2 };
    expect(() => (inspect.defaultOptions = null as never)).toThrow(/"options" argument/);
    expect(Object.keys(inspect.colors)).toEqual(Object.keys(nodeUtil.inspect.colors));
  });
});

const arbitraryFormat = fc
  .array(fc.oneof(fc.constantFrom(...'sdifjoOc%x', '%'), fc.string({ maxLength: 3 })), {
    maxLength: 6,
  })
  .map((parts) => parts.map((part) => `%${part}`).join(''));

describe('format', () => {
  it('puts values in their places as Node does', () => {
    const value = fc.oneof(arbitraryValue, fc.double(), fc.bigInt(), fc.string());
    fc.assert(
      fc.property(arbitraryFormat, fc.array(value, { maxLength: 4 }), (text, values) => {
        let expected: string;
        try {
          expected = nodeUtil.format(text, ...values);
        } catch {
          expect(() => format(text, ...values)).toThrow();
          return;
        }
        expect(format(text, ...values)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('asks a class for its text where it has one of its own', () => {
    class Own {
      toString(): string {
        return 'own';
      }
    }
    class Below extends Own {}
    const primitive = { [Symbol.toPrimitive]: () => 'primitive' };
    const values = [new Own(), new Below(), primitive, new Date(0), new Error('e'), [1, [2]], {}];
    for (const value of [
      ...values,
      Object.create(null),
      () => 1,
      class A extends Own {},
      Symbol('s'),
    ])
      expect(format('%s', value)).toBe(nodeUtil.format('%s', value));
  });

  it('takes options', () => {
    const args = ['%s %d %O', 1234567, 12345.678, { a: { b: { c: {} } } }, 'rest'];
    const options = { numericSeparator: true, colors: true, depth: 0 };
    expect(formatWithOptions(options, ...args)).toBe(nodeUtil.formatWithOptions(options, ...args));
    expect(() => formatWithOptions('x' as never)).toThrow(/"inspectOptions" argument/);
  });
});

describe('text', () => {
  it('counts columns', () => {
    const widths = { abc: 3, 中文: 4, é: 1, '👍🏽': 4, '\u001b[31mred\u001b[39m': 3, '\u0007': 0 };
    for (const [text, width] of Object.entries(widths))
      expect([text, stringWidth(text)]).toEqual([text, width]);
  });

  it('takes out what only terminals understand', () => {
    const unit = fc.constantFrom(
      '\u001b[31m',
      '\u001b]8;;u\u0007',
      '\u009b',
      'a',
      '[',
      '1',
      'm',
      ';',
    );
    fc.assert(
      fc.property(fc.array(unit), (parts) => {
        const text = parts.join('');
        expect(stripVTControlCharacters(text)).toBe(nodeUtil.stripVTControlCharacters(text));
      }),
    );
  });
});
