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

  it('is read back as the same value, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = yamlFile({ value }, ['A head.']);
        expect(parse(text)).toEqual({ value: JSON.parse(JSON.stringify(value)) as unknown });
      }),
    );
  });
});
