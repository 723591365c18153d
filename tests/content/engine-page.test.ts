/** The page of what the engine supports says what the committed list says, number by number. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { supportList } from '../../playground/engines/embedded/support-list.ts';
import { curatedVersions } from '../../scripts/build/curated-versions.ts';
import { differences } from '../../src/engine-list/differences.ts';
import { programGroups } from '../../src/engine-list/comparing-programs.ts';
import { lackingModules, supportRows, supportTotals } from '../../src/engine-list/support-rows.ts';

let html = '';

const textOf = (markup: string): string =>
  markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' ,', ',')
    .trim();

/** Texts of the cells of each row of a section, by the text of the row's own heading. */
function rowsOf(section: string): ReadonlyMap<string, readonly string[]> {
  const text = html.split('<h2').find((part) => part.startsWith(` id="${section}"`)) ?? '';
  const rows = [...text.matchAll(/<tr[^>]*>\s*<th scope="row"[^>]*>(.*?)<\/th>(.*?)<\/tr>/gs)];
  const cells = (row: string): string[] =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => textOf(cell));
  return new Map(rows.map(([, head = '', row = '']) => [textOf(head), cells(row)]));
}

beforeAll(async () => {
  html = await readFile(resolve(process.env['SITE_DIR'] ?? 'dist', 'engine/index.html'), 'utf8');
});

test('it opens with the version it follows and the sum of all names', () => {
  const { supported, total } = supportTotals;
  expect(textOf(html)).toContain(
    `follows version ${supportList.node.slice(1)}, and has ${supported} of the ${total} names below`,
  );
});

test.each(supportRows)('$name has its row', ({ name, supported, total, refused, missing }) => {
  const [has, refuses = '', lacks = ''] =
    rowsOf('modules').get(name === 'globals' ? 'Globals' : name) ?? [];
  expect(has).toBe(`${supported} of ${total}`);
  for (const one of refused) expect(refuses.split(' ')).toContain(one);
  for (const one of missing) expect(lacks.split(' ')).toContain(one);
  expect(refuses === 'none').toBe(refused.length === 0);
  expect(lacks === 'none').toBe(missing.length === 0);
});

test('every package has its row with its version', async () => {
  const rows = rowsOf('packages');
  for (const [name, version] of Object.entries(await curatedVersions()))
    expect(rows.get(name)?.[0], name).toBe(version);
});

test('every group of comparing programs has its row with their number', () => {
  const rows = rowsOf('proof');
  for (const { about, programs } of programGroups())
    expect(rows.get(textOf(about.replaceAll('`', ' '))), about).toEqual([String(programs)]);
});

test('the modules that it lacks, and the differences, stand there', () => {
  for (const name of lackingModules) expect(html, name).toContain(`>${name}</code>`);
  for (const { subject } of differences) expect(html).toContain(`>${subject}</dt>`);
});
