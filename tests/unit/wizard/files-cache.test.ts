import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cacheFiles } from '../../../src/wizard/artefacts/cache/cache.ts';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import { mistakesBy, shippedSchema } from './checks/schemas.ts';
import { someDesigns } from './designs.ts';
import { runs } from './runs.ts';

interface Written {
  readonly kept: readonly {
    readonly operation: string;
    readonly where: string;
    readonly key: string;
    readonly ttlSeconds: number;
    readonly jitterPercent: number;
    readonly invalidation: { readonly by: string; readonly endedBy: readonly string[] };
    readonly headers: Readonly<Record<string, string>>;
  }[];
  readonly never: readonly { readonly operation: string }[];
}

const textOf = (context: RecordContext, path: string): string =>
  cacheFiles(context).find((file) => file.path === path)?.text ?? '';

const designs = someDesigns(runs(200, 2500));
const written = new Map(designs.map((context) => [textOf(context, 'cache.yaml'), context]));
const files = [...written].map(([text, context]) => ({
  text,
  context,
  file: parse(text) as Written,
}));

const [first] = files;
if (first === undefined) throw new Error('There is no case.');
const validate = shippedSchema(textOf(first.context, 'cache.schema.json'));

describe('cache.yaml, which files.test.ts puts to its schema', () => {
  it('keeps something for some designs', () => {
    expect(files.some(({ file }) => file.kept.length > 0)).toBe(true);
  });

  it.each([
    ['public, max-age=60', 'private-http'],
    ['private, max-age=60', 'cdn'],
  ])('refuses the header "%s" for what lies in %s', (control, where) => {
    const file = files.find((each) => each.file.kept.length > 0)?.file;
    const [entry] = file?.kept ?? [];
    const headers = { ...entry?.headers, 'Cache-Control': control };
    expect(mistakesBy(validate, file)).toEqual([]);
    expect(mistakesBy(validate, { ...file, kept: [{ ...entry, where, headers }] })).not.toEqual([]);
  });
});

describe('what is kept', () => {
  it('changes nothing, holds nothing sensitive and may be old', () => {
    for (const { file, context } of files) {
      const { architecture, solution } = context;
      const operations = architecture.apis.flatMap((api) => api.operations);
      if (solution.facts.staleness === 'none') expect(file.kept).toEqual([]);
      if (solution.decisions.cache.chosen === 'none') expect(file.kept).toEqual([]);
      for (const { operation } of file.kept) {
        const found = operations.find(({ id }) => id === operation);
        expect(found?.method).toBe('GET');
        const { resource } =
          architecture.capabilities.find(({ id }) => id === found?.capability) ?? {};
        expect(resource?.fields.filter(({ sensitive }) => sensitive)).toEqual([]);
      }
    }
  });

  it('is each operation once, kept or not', () => {
    for (const { file, context } of files) {
      const ids = [...file.kept, ...file.never].map(({ operation }) => operation).toSorted();
      const operations = context.architecture.apis.flatMap((api) => api.operations);
      expect(ids).toEqual(operations.map(({ id }) => id).toSorted());
    }
  });

  it('has a key of its own for whoever may see something else', () => {
    const word = {
      owner: '{subject}',
      relationship: '{subject}',
      attribute: '{subject}',
      'same-tenant': '{',
      none: '',
    };
    for (const { file, context } of files) {
      const keys = file.kept.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { operation, key, where } of file.kept) {
        for (const { condition, operations } of context.architecture.policies) {
          if (!operations.includes(operation)) continue;
          expect(key).toContain(word[condition]);
          if (where === 'cdn') expect(key).not.toContain('{subject}');
        }
      }
    }
  });

  it('is ended by messages that exist', () => {
    for (const { file, context } of files) {
      const messages = new Set(context.architecture.messages.map(({ id }) => id));
      for (const { invalidation } of file.kept) {
        expect(invalidation.endedBy.filter((id) => !messages.has(id))).toEqual([]);
      }
    }
  });
});
