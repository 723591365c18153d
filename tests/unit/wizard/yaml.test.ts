import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { yamlFile } from '../../../src/wizard/artefacts/yaml.ts';

describe('a YAML file', () => {
  it('begins with its head as a comment', () => {
    expect(yamlFile({ a: 1 }, ['Made from two decisions.', '', 'Checked.'])).toBe(
      '# Made from two decisions.\n#\n# Checked.\na: 1\n',
    );
  });

  it('quotes what YAML 1.1 or 1.2 reads as something else than text', () => {
    const words = ['yes', 'no', 'on', 'off', 'y', '0o7', '017', '1:20', '1e3', 'null', '~', '200'];
    const text = yamlFile({ words }, []);
    for (const version of ['1.1', '1.2'] as const) {
      expect(parse(text, { version })).toEqual({ words });
    }
  });

  it('keeps text of several lines as lines, and what begins like a list as text', () => {
    expect(yamlFile({ a: 'one\n\n  two\n', b: ['one\ntwo'], c: '- x' }, [])).toBe(
      'a: |\n  one\n\n    two\nb:\n  - |-\n    one\n    two\nc: "- x"\n',
    );
  });

  it('leaves what is plain text bare: names, paths, addresses, amounts', () => {
    const text = yamlFile({ 'a-key': ['./a/b.json', 'https://example.org/', '5m', '512Mi'] }, []);
    expect(text).toBe('a-key:\n  - ./a/b.json\n  - https://example.org/\n  - 5m\n  - 512Mi\n');
  });

  /** Pieces that mean something in YAML, in any order. */
  const odd = fc
    .array(fc.constantFrom(...' \n\t\r:#-?_.~|>%@!&*[]{}"\'\\,x0178ney=<é\u2028\ufeff😀'), {
      maxLength: 6,
    })
    .map((pieces) => pieces.join(''));
  const text = fc.oneof(odd, fc.string({ unit: 'binary' }));
  const { value: anyValue } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(text, tie('value'), { maxKeys: 4 }),
    ),
  }));

  it.each(['1.1', '1.2'] as const)('is read back by version %s as the same value', (version) => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const written = yamlFile({ value }, ['A head.']);
        expect(JSON.stringify(parse(written, { version }))).toBe(JSON.stringify({ value }));
      }),
      { numRuns: 1000 },
    );
  });

  it('is read back with any number, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = yamlFile({ value }, ['A head.']);
        expect(parse(written)).toEqual({ value: JSON.parse(JSON.stringify(value)) as unknown });
      }),
    );
  });
});
