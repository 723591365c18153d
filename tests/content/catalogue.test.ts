/** The catalogue says what the seed says, word for word, and the ids follow from it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCatalogue } from '../../src/catalogue/load/catalogue.ts';
import { renderIds } from '../../src/catalogue/load/render-ids.ts';

interface SeedCategory {
  readonly category: string;
  readonly slug: string;
  readonly capabilities: readonly { name: string; slug: string; topics: string }[];
}

const seed = JSON.parse(
  readFileSync('tests/fixtures/seed-capabilities.json', 'utf8'),
) as readonly SeedCategory[];
const catalogue = readCatalogue(process.cwd());

test('holds all 17 categories and 155 capabilities', () => {
  expect(catalogue.categories).toHaveLength(17);
  expect(catalogue.byId.size).toBe(155);
});

test.each(seed.map((category) => [category.category, category] as const))(
  '%s: names, slugs and topics are the seed’s, in its order',
  (_name, expected) => {
    const category = catalogue.categories.find((each) => each.slug === expected.slug);
    expect(category?.name).toBe(expected.category);
    expect(
      category?.capabilities.map(({ name, slug, topics }) => ({
        name,
        slug,
        topics: topics.join(', '),
      })),
    ).toEqual(expected.capabilities);
  },
);

test('src/catalogue/ids.ts is fresh: run node scripts/catalogue-ids.ts', () => {
  expect(readFileSync('src/catalogue/ids.ts', 'utf8')).toBe(renderIds(process.cwd()));
});
