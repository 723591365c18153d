import { describe, expect, it } from 'vitest';
import { answered } from '../../../src/search/box-state.ts';
import { buildIndex } from '../../../src/search/build-index.ts';
import { search } from '../../../src/search/rank.ts';
import { searchableOf } from '../../../src/search/searchable.ts';
import { presets } from '../../../src/wizard/presets/presets.ts';

const searchable = searchableOf(buildIndex());
const blueprintHits = (query: string): string[] =>
  search(searchable, query)
    .filter(({ entry }) => entry.category === 'Blueprint')
    .map(({ entry }) => entry.url);

describe('a blueprint is found', () => {
  it.each(presets.map(({ slug, title }) => [title, slug]))('first by "%s"', (title, slug) => {
    expect(search(searchable, title)[0]?.entry.url).toBe(`/blueprints/${slug}/`);
  });

  it.each(presets.map(({ slug, request }) => [request, slug]))('first by "%s"', (request, slug) => {
    expect(search(searchable, request)[0]?.entry.url).toBe(`/blueprints/${slug}/`);
  });

  it('among what the box shows for "order management"', () => {
    expect(answered(searchable, 'order management').hits.map(({ entry }) => entry.url)).toContain(
      '/blueprints/order-management/',
    );
  });

  it('by a word of its description alone', () => {
    expect(blueprintHits('job table')).toContain('/blueprints/order-management/');
  });
});

it('a capability stays first by its name', () => {
  expect(search(searchable, 'api gateway')[0]?.entry.category).not.toBe('Blueprint');
});
