/** The public list of what the engine supports counts what the committed list and the tests have. */
import { describe, expect, it } from 'vitest';
import { refusedNames } from '../../../playground/engines/embedded/refused.ts';
import { supportList } from '../../../playground/engines/embedded/support-list.ts';
import { npmPackages } from '../../../playground/engines/embedded/packages/npm-packages.ts';
import { isProgram, programGroups } from '../../../src/engine-list/comparing-programs.ts';
import { entriesOf } from '../../../src/engine-list/package-entries.ts';
import { supportRows, supportTotals } from '../../../src/engine-list/support-rows.ts';

describe('the rows', () => {
  it('are one a module of the list, the global scope last', () => {
    const names = supportRows.map(({ name }) => name.replace('node:', ''));
    expect(names.toSorted()).toEqual(Object.keys(supportList.modules).toSorted());
    expect(names.at(-1)).toBe('globals');
  });

  it('count what is there, refused and missing', () => {
    const crypto = supportRows.find(({ name }) => name === 'node:crypto');
    const { has = [], refused = [], missing = [] } = supportList.modules['crypto'] ?? {};
    expect(crypto).toMatchObject({
      supported: has.length,
      total: has.length + refused.length + missing.length,
    });
  });

  it('do not count what stands inside an export that is there', () => {
    const test = supportRows.find(({ name }) => name === 'node:test');
    const { has = [], missing = [] } = supportList.modules['test'] ?? {};
    expect(test?.refused).toContain('snapshot.setResolveSnapshotPath');
    expect(has).toContain('snapshot');
    expect(test?.total).toBe(has.length + missing.length + 1);
  });

  it('add up', () => {
    const of = (count: (row: (typeof supportRows)[number]) => number): number =>
      supportRows.map(count).reduce((sum, one) => sum + one, 0);
    expect(supportTotals).toEqual({
      supported: of((row) => row.supported),
      total: of((row) => row.total),
    });
  });

  it('show all that the engine refuses', () => {
    const shown = supportRows
      .filter(({ refused }) => refused.length > 0)
      .map(({ name, refused }) => [name.replace('node:', ''), refused.toSorted()] as const);
    const known = Object.entries(refusedNames).map(([name, names]) => [name, names.toSorted()]);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(known));
  });
});

describe('the comparing programs', () => {
  const groups = programGroups();

  it('are counted by their files', () => {
    expect(['one.ts', 'two-more.mjs', 'three.cjs'].filter(isProgram)).toHaveLength(3);
    expect(['lib', 'data.json', 'notes.txt'].filter(isProgram)).toEqual([]);
    for (const { name, programs } of groups) expect(programs, name).toBeGreaterThan(0);
  });

  it('of each group are told in words', () => {
    const wordless = groups.filter(({ name, about }) => about === name).map(({ name }) => name);
    expect(wordless, 'Give them words in src/engine-list/comparing-programs.ts.').toEqual([]);
  });
});

describe('the imports of a package', () => {
  it('are all of its entries', () => {
    expect(entriesOf('hono')).toHaveLength(npmPackages.hono.length);
    expect(entriesOf('hono')).toContain('hono/cors');
    expect(entriesOf('@connectrpc/connect')).not.toContain('@connectrpc/connect-node');
  });
});
