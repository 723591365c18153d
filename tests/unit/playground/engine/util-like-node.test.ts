import nodeUtil from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createUtil } from '../../../../playground/engines/embedded/worker/modules/util/util-module.ts';
import type { NodeProcess } from '../../../../playground/engines/embedded/worker/process/process.ts';

/** Many runs, on a machine that does other things as well. */
vi.setConfig({ testTimeout: 60_000 });

const util = createUtil(process as unknown as NodeProcess) as unknown as typeof nodeUtil;

type Any = (...args: never[]) => unknown;

/** What a call gives, or the error that it throws. */
function outcome(call: () => unknown): unknown {
  try {
    return { value: call() };
  } catch (error) {
    const { name, code, message } = error as Error & { code?: string };
    return { name, code, message };
  }
}

/** Calls a function of both with the same arguments. */
function expectSame(name: keyof typeof nodeUtil, ...args: unknown[]): void {
  const [own, real] = [util[name], nodeUtil[name]] as unknown as [Any, Any];
  expect([name, args, outcome(() => own(...(args as never[])))]).toEqual([
    name,
    args,
    outcome(() => real(...(args as never[]))),
  ]);
}

describe('the module', () => {
  it('has every name that Node has, and no other', () => {
    expect(Object.keys(util).sort()).toEqual(Object.keys(nodeUtil).sort());
    expect(Object.keys(util.types).sort()).toEqual(Object.keys(nodeUtil.types).sort());
  });

  it.each([
    ['getSystemErrorName', [[-2], [-99_999], [2], ['x'], [-2.5]]],
    ['getSystemErrorMessage', [[-2], [-99_999], [0]]],
    ['convertProcessSignalToExitCode', [['SIGTERM'], ['SIGKILL'], ['X'], [15]]],
    ['setTraceSigInt', [[false], [1]]],
    [
      'diff',
      [
        ['abc', 'abd'],
        [['a', 'b'], ['b']],
        ['same', 'same'],
        [[1], ['a']],
        [1, 'a'],
      ],
    ],
    ['toUSVString', [['\ud800a'], [1], [Symbol('s')]]],
    ['parseEnv', [[1]]],
    [
      'inherits',
      [
        [null, Error],
        [Error, null],
        [function own() {}, {}],
      ],
    ],
    ['stripVTControlCharacters', [['\u001b[31mred'], [1]]],
    ['promisify', [[1], [{}]]],
    ['callbackify', [[1]]],
    ['transferableAbortSignal', [[1]]],
    ['getCallSites', [[0], [201], [null], [1, null], [{ sourceMap: 1 }], ['x']]],
    [
      'styleText',
      [
        ...[
          ['red', 1],
          ['rosy', 'x'],
          [5, 'x'],
          [['bold', 'rosy'], 'x'],
          ['#12', 'x'],
        ],
        ...[
          ['red', 'x', 5],
          ['red', 'x', { validateStream: 1 }],
          ['red', 'x', { stream: {} }],
        ],
        ...[
          ['red', 'x', { stream: { isTTY: true, on() {}, write() {} } }],
          [[], 'x'],
          ['none', 'x'],
        ],
      ],
    ],
  ] as const)('%s gives and refuses what Node does', (name, calls) => {
    for (const args of calls) expectSame(name, ...args);
  });

  it('makes errors of the system', () => {
    const fields = (error: unknown): unknown => [
      (error as Error).message,
      Object.entries(error as object),
    ];
    for (const args of [
      [-2, 'open'],
      [-2, 'open', 'detail'],
      [-111, 'connect', '1.2.3.4', 80, 'more'],
    ])
      for (const name of ['_errnoException', '_exceptionWithHostPort'] as const) {
        const [own, real] = [util, nodeUtil].map((each) => Reflect.get(each, name) as Any);
        expect(fields(own?.(...(args as never[])))).toEqual(fields(real?.(...(args as never[]))));
      }
    expect([...util.getSystemErrorMap()]).toEqual([...nodeUtil.getSystemErrorMap()]);
  });
});

describe('parseEnv', () => {
  it('reads any text as Node does', () => {
    const unit = fc.constantFrom(
      ...[
        'A',
        'B',
        '=',
        '=',
        '\n',
        '\n',
        '"',
        "'",
        '`',
        '#',
        ' ',
        '\\n',
        'export ',
        '\t',
        '\r',
        'é',
      ],
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 14 }), (units) => {
        expectSame('parseEnv', units.join(''));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseArgs', () => {
  const word = fc.constantFrom(
    ...['--', '-', '-a', '-b', '-ab', '-ba', '-abc', '--all', '--base', '--base=x', '--all=x'],
    ...[
      '--no-all',
      '--no-base',
      '--no-other',
      '--=',
      '--=x',
      'x',
      '',
      '--other',
      '-o',
      '-bx',
      '--x==',
    ],
    ...['__proto__', '--__proto__', '--base=', '-xb', '-é'],
  );
  const option = fc.record(
    {
      type: fc.constantFrom<unknown>('string', 'boolean', 'string', 'boolean', 'number'),
      short: fc.constantFrom<unknown>('a', 'b', 'ab', 1),
      multiple: fc.constantFrom<unknown>(true, false, 1),
      default: fc.constantFrom<unknown>('x', true, ['x'], [true], 1),
    },
    { requiredKeys: ['type'] },
  );
  const options = fc.dictionary(fc.constantFrom('all', 'base', 'no-x', 'c', '__proto__'), option);
  const flag = fc.boolean();
  const config = fc.record(
    {
      args: fc.array(word, { maxLength: 7 }),
      options,
      strict: flag,
      allowPositionals: flag,
      allowNegative: flag,
      tokens: flag,
    },
    { requiredKeys: ['args'] },
  );

  it('reads any command line as Node does', () => {
    fc.assert(
      fc.property(config, (each) => expectSame('parseArgs', each)),
      { numRuns: 3000 },
    );
  });

  it('refuses wrong settings', () => {
    for (const each of [{ args: 1 }, { strict: 1 }, { options: null }, { options: { a: 1 } }, 5])
      expectSame('parseArgs', each);
  });
});

describe('MIMEType', () => {
  const unit = fc.constantFrom(
    ...['text', '/', 'html', ';', ';', '=', '"', '\\', ' ', '\t', 'Charset', 'a', 'é', 'Ā', '\r\n'],
  );

  it('reads any text as Node does', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const texts = [units.join(''), `text/html;${units.join('')}`];
        for (const text of texts) {
          const read = ({ MIMEType }: typeof nodeUtil) => {
            const type = new MIMEType(text);
            return [String(type), type.essence, type.type, type.subtype, [...type.params]];
          };
          expect([text, outcome(() => read(util))]).toEqual([text, outcome(() => read(nodeUtil))]);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('changes as Node does', () => {
    const change = ({ MIMEType }: typeof nodeUtil, name: string, value: unknown): unknown => {
      const type = new MIMEType('a/b;c=d');
      type.params.set(name, value as string);
      type.params.delete('C');
      Object.assign(type, { type: name, subtype: value });
      return [
        JSON.stringify(type),
        type.params.has(name),
        type.params.get('none'),
        [...type.params.keys()],
      ];
    };
    for (const [name, value] of [
      ['X', 'y z'],
      ['ü', 'x'],
      ['x', 'Ā'],
      ['', ''],
      ['a', ''],
    ] as const)
      expect(outcome(() => change(util, name, value))).toEqual(
        outcome(() => change(nodeUtil, name, value)),
      );
    for (const each of [util, nodeUtil]) {
      expect(each.inspect(new each.MIMEParams())).toBe('MIMEParams {}');
      expect(Reflect.get(each.MIMEType, 'parse')('bad')).toBe(null);
    }
  });
});

describe('deprecate', () => {
  it('wraps a function, and looks like it', () => {
    function Old(_name: string, _more: number): void {}
    for (const { deprecate } of [util, nodeUtil]) {
      const wrapped = deprecate(Old, 'old', 'DEP_TEST');
      expect([wrapped.length, wrapped.prototype === Old.prototype]).toEqual([2, true]);
      const apart = (deprecate as Any)(
        ...([Old, 'old', 'X', { modifyPrototype: false }] as never[]),
      );
      expect(Object.getPrototypeOf(apart)).toBe(Function.prototype);
    }
    expectSame('deprecate', () => 1, 'message', 5);
  });
});

describe('getCallSites', () => {
  it('names the caller and its place', () => {
    const here = function caller({ getCallSites }: typeof nodeUtil): object {
      const [{ functionName, scriptName } = {} as never] = getCallSites(1);
      return { functionName, scriptName };
    };
    expect(here(util)).toEqual(here(nodeUtil));
    expect(util.getCallSites(1)).toHaveLength(1);
  });
});
