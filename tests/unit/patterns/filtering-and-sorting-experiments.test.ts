import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { describe, expect, it } from 'vitest';
import {
  allowed,
  indexes,
  newest,
  ofTenant,
} from '../../../patterns/api-design-and-patterns/filtering-and-sorting/example/allowed.ts';
import {
  table,
  TENANTS,
} from '../../../patterns/api-design-and-patterns/filtering-and-sorting/example/database.ts';
import {
  listOrders,
  readQuery,
} from '../../../patterns/api-design-and-patterns/filtering-and-sorting/example/list-query.ts';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims } from './play-example.ts';
import { sharesDatabase } from './shared-database.ts';

const capability = 'api-design-and-patterns/filtering-and-sorting';
const example = playedExample(capability);
const { knobs, play } = example;

const tallyOf = (stdout: string) =>
  tableOf(stdout, {
    others: "others' orders",
    wrong: 'wrong answers',
    mostRead: 'most rows read',
    read: 'rows read',
    skipped: 'skipped',
    refused: 'refused',
  });

/** What a request is told, pasted and from the list: rows, rows read and rows of others, or 400. */
const told = (stdout: string, who: string) =>
  [...stdout.matchAll(new RegExp(`^  ${who} +(.*)$`, 'gm'))].map(([, cells = '']) =>
    cells.trim().replaceAll(/ +/g, ' '),
  );

sharesDatabase();

describe('the example of filtering and sorting', { timeout: 180_000 }, () => {
  keepsItsWord(example);

  it('shows nothing of others from the list, and pasted most of the table', async () => {
    const stdout = await play();
    expect(tallyOf(stdout)).toEqual({
      others: [3532, 0],
      wrong: [10, 0],
      mostRead: [4000, 500],
      read: [14_424, 4540],
      skipped: [33, 0],
      refused: [0, 3],
    });
    expect(told(stdout, 'either')).toEqual(['20 534 15', '20 100 0']);
    expect(told(stdout, 'typo')).toEqual(['20 20 0', '400 fitler']);
    expect(told(stdout, 'attack 2')).toEqual(['4000 4000 3500', '0 0 0']);
    expect(told(stdout, 'screen')).toEqual(['20 20 0', '20 20 0']);
    expect(told(stdout, 'words')).toEqual(['10 500 0', '30 30 0']);
    expect(stdout.match(/3 by index, 7 sorted/g)).toHaveLength(2);
    expect(stdout).toContain('How the screen is read\n  Limit\n  Index Scan by_status\n');
  });

  // Those that are on or off are run by the experiments.
  it.each(knobs.filter(({ max }) => max > 1))('runs with $env at both ends', async (knob) => {
    for (const value of [knob.min, knob.max]) {
      const { wrong, others } = tallyOf(await play({ [knob.env]: value }));
      expect([wrong[1], others[1]]).toEqual([0, 0]);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<string> = {
  'PARENTHESES=0': (stdout) => {
    expect(tallyOf(stdout)).toMatchObject({ others: [3532, 15], refused: [0, 3] });
    expect(told(stdout, 'attack 1')[1]).toBe('400 filter');
    expect(told(stdout, 'attack 2')[1]).toBe('0 0 0');
    return told(stdout, 'either')[1] === '20 534 15' ? "The shop's own or" : 'None';
  },
  'TIE_BREAKER=0': (stdout) => {
    expect(stdout.match(/3 by index, 7 sorted/g)).toHaveLength(2);
    return `${tallyOf(stdout).skipped[1]}`;
  },
  'INDEXES=0': (stdout) => {
    expect(told(stdout, 'export')[1]).toBe('500 44000 0');
    expect(tallyOf(stdout)).toMatchObject({ wrong: [10, 0], others: [3532, 0] });
    return told(stdout, 'screen')[1] === '20 4000 0' ? '4,000' : '20';
  },
  'MAX_LIST=20': (stdout) => {
    expect(tallyOf(stdout)).toMatchObject({ refused: [0, 4] });
    return told(stdout, 'saved')[1] === '400 filter' ? "The shop's own list" : 'Nobody';
  },
  'ORDERS=1000': (stdout) => {
    expect(told(stdout, 'screen')[1]).toBe('20 20 0');
    expect(tallyOf(stdout)).toMatchObject({ mostRead: [8000, 1000] });
  },
};

describe('an experiment', { timeout: 180_000 }, () => {
  answersExperiments(example, play, claims);
});

describe('what the page says of PostgreSQL', { timeout: 120_000 }, () => {
  it('holds for the table of the example', async () => {
    const page = await readFile(path.resolve('patterns', capability, 'index.mdx'), 'utf8');
    const postgres = await PGlite.create();
    await postgres.exec(`${table(500 * TENANTS)} ${indexes} ANALYZE orders;`);
    const lines = async (text: string, values: readonly unknown[] = []) =>
      (await postgres.query<Record<string, string>>(text, [...values])).rows.map(
        (row) => Object.values(row)[0],
      );
    const explain = 'EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) ';

    const asked = readQuery("filter=status eq 'paid'", allowed());
    const { text, values } = listOrders(asked, ofTenant(7), newest).statement;
    expect(page).toContain(['', ...(await lines(explain + text, values)), ''].join('\n'));

    const sizeOf = (which: string) =>
      lines(`SELECT (sum(pg_relation_size(oid)) / 1024)::int FROM pg_class WHERE relname ${which}`);
    expect(page).toContain(`take ${await sizeOf("LIKE 'by\\_%'")} kB`);
    expect(page).toContain(`beside ${await sizeOf("= 'orders'")} kB`);

    // A generic plan cannot turn a prefix into a range of the index.
    await postgres.exec(`
      PREPARE starting(int, text) AS SELECT * FROM orders
      WHERE tenant_id = $1 AND customer LIKE $2 ORDER BY placed_at DESC, id DESC LIMIT 20`);
    const execute = `${explain} EXECUTE starting(7, 'Ada O%')`;
    expect((await lines(execute)).join()).toContain('by_customer (actual rows=9.00 loops=1)');
    await postgres.exec('SET plan_cache_mode = force_generic_plan');
    const generic = (await lines(execute)).join();
    expect(generic).toContain('Filter: (customer ~~ $2)');
    expect(generic).toContain('by_customer (actual rows=500.00 loops=1)');
    expect(page).toContain('9 rows read become 500');

    // Under a policy only leakproof operators may use an index.
    const search = `SELECT * FROM orders WHERE tenant_id = 7
      AND search @@ websearch_to_tsquery('english', 'gift')`;
    const rowsRead = (plan: readonly (string | undefined)[]) =>
      /Heap Scan on orders \(actual rows=(\d+)/.exec(plan.join('\n'))?.[1];
    expect(rowsRead(await lines(explain + search))).toBe('30');
    expect((await lines(explain + search)).join()).toContain('by_words');
    await postgres.exec(`
      CREATE ROLE shop; GRANT SELECT ON orders TO shop;
      ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
      CREATE POLICY own ON orders USING (tenant_id = current_setting('shop.tenant')::int);
      SET shop.tenant = '7'; SET ROLE shop`);
    const fenced = (await lines(explain + search)).join('\n');
    expect(fenced).not.toContain('by_words');
    expect(fenced).toContain('Rows Removed by Filter: 470');
    expect(page).toContain('reads 500 rows, where it read 30');
    const starts = `${explain} SELECT * FROM orders WHERE tenant_id = 7 AND customer LIKE 'Ada O%'`;
    expect((await lines(starts)).join()).toContain('Filter: (customer ~~');
    await postgres.exec('RESET ROLE');
    await expect(
      postgres.query(`SELECT websearch_to_tsquery('${'-'.repeat(33)}')`),
    ).rejects.toThrow('tsquery is too complex');
    await postgres.query(`SELECT websearch_to_tsquery('${'-'.repeat(32)}')`);

    // What the page says is missing here.
    for (const name of ['pg_trgm', 'btree_gin'])
      await expect(postgres.query(`CREATE EXTENSION ${name}`)).rejects.toThrow('not available');
    await postgres.close();
  });
});
