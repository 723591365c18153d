import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import {
  graphql,
  GraphQLInt,
  GraphQLObjectType,
  GraphQLSchema,
} from 'graphql';
import { Random } from '#lab';
import { allowed, indexes, newest, ofTenant } from './allowed.ts';
import { Database } from './database.ts';
import type { Order } from './database.ts';
import {
  filterOf as inputFilter,
  filterType,
  sortType,
} from './graphql-filter.ts';
import { listOrders, readQuery } from './list-query.ts';
import { BadQuery } from './refusal.ts';
import type { Complaint } from './refusal.ts';
import { joined, sql } from './sql.ts';
import type { Statement } from './sql.ts';
import { pasted } from './story.ts';

const may = allowed();

/** What a query string becomes, as asked by tenant 7. */
function statementOf(query: string, limits = may): Statement {
  const asked = readQuery(query, limits);
  return listOrders(asked, ofTenant(7), newest).statement;
}

function filterOf(filter: string): readonly [string, unknown[]] {
  const { text, values } = statementOf(
    `filter=${encodeURIComponent(filter)}`,
  );
  const where = /WHERE tenant_id = \$1 AND \((.*)\)\nORDER/.exec(
    text,
  );
  return [where?.[1] ?? '', values.slice(1, -2)];
}

function complaintOf(query: string, limits = may): Complaint {
  try {
    statementOf(query, limits);
  } catch (error) {
    if (error instanceof BadQuery) return error.complaint;
    throw error;
  }
  throw new Error(`taken: ${query}`);
}

const complaintAbout = (filter: string, limits = may) =>
  complaintOf(`filter=${encodeURIComponent(filter)}`, limits);

describe('the sql tag', () => {
  it('makes text of what was typed, and values of the rest', () => {
    const inner = sql`b = ${2}`;
    const { text, values } =
      sql`a = ${"1' OR 1=1"} AND ${inner} AND c = ${3}`.statement;
    assert.equal(text, 'a = $1 AND b = $2 AND c = $3');
    assert.deepEqual(values, ["1' OR 1=1", 2, 3]);
  });

  it('is no function, so text of a client cannot get in', () => {
    const texts = ['DROP TABLE orders'];
    const forged = Object.assign(texts, { raw: texts });
    const call = sql as unknown as (texts: unknown) => unknown;
    assert.throws(() => call(texts), TypeError);
    assert.throws(() => call(forged), TypeError);
    assert.throws(() => call('DROP'), TypeError);
  });

  it('takes what looks like its own as a value', () => {
    const forged = { texts: ['DROP TABLE orders'], values: [] };
    assert.equal(sql`a = ${forged}`.statement.text, 'a = $1');
  });

  it('puts each part in parentheses', () => {
    const parts = [sql`a OR b`, sql`c`];
    const { text } = joined(parts, sql` AND `).statement;
    assert.equal(text, '(a OR b) AND (c)');
  });
});

describe('a filter', () => {
  const taken: readonly [string, string, unknown[]][] = [
    ["status eq 'paid'", 'status = $2', ['paid']],
    ['total ge 500', 'total >= $2', [500]],
    ['total lt 0', 'total < $2', [0]],
    ['id in (1,2,3)', 'id = ANY($2)', [[1, 2, 3]]],
    ['shipped_at eq null', 'shipped_at IS NULL', []],
    ['shipped_at ne null', 'shipped_at IS NOT NULL', []],
    ["customer eq 'O''Neil'", 'customer = $2', ["O'Neil"]],
    [
      "startswith(customer,'50%_\\')",
      'customer LIKE $2',
      ['50\\%\\_\\\\%'],
    ],
    [
      'placed_at ge 2026-03-01T01:00:00+01:00',
      'placed_at >= $2',
      ['2026-03-01T00:00:00.000Z'],
    ],
    [
      "status eq 'open' or total ge 1 or id eq 3",
      '(status = $2) OR (total >= $3) OR (id = $4)',
      ['open', 1, 3],
    ],
    [
      "status eq 'open' and (total ge 1 or id eq 3)",
      '(status = $2) AND ((total >= $3) OR (id = $4))',
      ['open', 1, 3],
    ],
    ["  ( status   eq 'paid' ) ", 'status = $2', ['paid']],
  ];
  for (const [filter, text, values] of taken) {
    it(`reads ${filter}`, () => {
      assert.deepEqual(filterOf(filter), [text, values]);
    });
  }

  const names = [...may.fields.keys()];
  const span = ['gt', 'ge', 'lt', 'le', 'eq', 'ne'];
  const refused: readonly [string, number, RegExp, unknown?][] = [
    ["state eq 'paid'", 0, /something else/, names],
    ["constructor eq 'x'", 0, /something else/, names],
    ["status = 'paid'", 7, /cannot be read/, ['eq', 'in']],
    ["status ge 'paid'", 7, /something else/, ['eq', 'in']],
    [
      "status eq 'lost'",
      10,
      /one of these words/,
      ['open', 'paid', 'shipped', 'canceled'],
    ],
    ["total ge '500'", 9, /whole number from 0 to 100000000/],
    ['total ge 5000000000', 9, /whole number/],
    ['total ge -1', 9, /whole number/],
    ['total ge 1e9', 10, /something else/, ['and', 'or']],
    ['total ge null', 9, /whole number/],
    ["customer eq ''", 12, /1 to 60 characters/],
    [`customer eq '${'x'.repeat(61)}'`, 12, /1 to 60/],
    ["startswith(status,'p')", 11, /expected/, ['customer']],
    ['placed_at ge 2026-02-30T00:00:00Z', 13, /a time/],
    ['placed_at ge 2026-03-01', 13, /a time/],
    ['placed_at ge 0001-01-01T00:00:00Z', 13, /a time/],
    ['shipped_at gt null', 14, /takes a time/],
    ['shipped_at in null', 11, /something else/, span],
    ['shipped_at like null', 11, /something else/, span],
    [
      'shipped_at eq 2026-03-01T00:00:00Z',
      14,
      /something else/,
      ['null'],
    ],
    ["status eq 'paid", 10, /one of these words/],
    ["status eq 'paid' total", 17, /expected/, ['and', 'or']],
    ["status eq 'paid' and", 20, /ends too early/, names],
    ["(status eq 'paid'", 17, /ends too early/, [')']],
    ['id in ()', 7, /whole number/],
    ['1 eq 1', 0, /something else/, names],
    [
      'id eq 1 and id eq 2 or id eq 3',
      20,
      /parentheses where and meets or/,
    ],
  ];
  for (const [filter, position, detail, list] of refused) {
    it(`refuses ${filter.slice(0, 40)}`, () => {
      const complaint = complaintAbout(filter);
      assert.equal(complaint.parameter, 'filter');
      assert.equal(complaint.position, position);
      assert.match(complaint.detail, detail);
      if (list) assert.deepEqual(complaint.allowed, list);
    });
  }

  it('takes a plus in a time only as %2B', () => {
    const at = 'placed_at ge 2026-03-01T01:00:00';
    const { detail } = complaintOf(`filter=${at}+01:00`);
    assert.match(detail, /\+ is %2B/);
    statementOf(`filter=${at}%2B01:00`);
  });

  it('takes as many conditions, values and groups as it may', () => {
    const many = (n: number) =>
      Array.from({ length: n }, () => 'id eq 1').join(' or ');
    const list = (n: number) =>
      `id in (${Array.from({ length: n }, (_, at) => at)})`;
    const deep = (n: number) =>
      `${'('.repeat(n)}id eq 1${')'.repeat(n)}`;
    for (const [filter, most, detail] of [
      [many, 10, 'takes at most 10 conditions'],
      [list, 50, 'takes at most 50 values in a list'],
      [deep, 3, 'takes at most 3 groups in each other'],
    ] as const) {
      filterOf(filter(most));
      assert.equal(
        complaintAbout(filter(most + 1)).detail,
        detail,
      );
    }
  });

  it('is refused by its length before it is read', () => {
    const deep = '('.repeat(100_000);
    const { detail } = complaintAbout(deep);
    assert.equal(detail, 'takes 1 to 2000 characters');
    const limits = { length: 1_000_000, depth: 1_000_000 };
    const loose = allowed(limits);
    // What the limits are for: the parser calls itself.
    assert.throws(
      () => complaintAbout(deep, loose),
      (error) => !(error instanceof BadQuery),
    );
  });

  it('has one text for each shape, however long its lists', () => {
    const one = filterOf('id in (1)')[0];
    assert.equal(filterOf('id in (1,2,3,4,5,6,7,8,9)')[0], one);
    const [ann] = filterOf("customer eq 'Ann'");
    assert.equal(filterOf("customer eq 'x;--'")[0], ann);
  });
});

describe('a query string', () => {
  const refused: readonly [string, string, RegExp][] = [
    ['fitler=x', 'fitler', /not known/],
    ['status=paid', 'status', /not known/],
    ['__proto__=x', '__proto__', /not known/],
    ['sort=total&sort=-total', 'sort', /twice/],
    ['sort=total;DROP', 'sort', /not an order/],
    ['sort=customer', 'sort', /not an order/],
    ['sort=toString', 'sort', /not an order/],
    ['limit=0', 'limit', /from 1 to 100/],
    ['limit=101', 'limit', /from 1 to 100/],
    ['limit=1e2', 'limit', /from 1 to 100/],
    ['limit=-1', 'limit', /from 1 to 100/],
    ['offset=10001', 'offset', /from 0 to 10000/],
    ['q=', 'q', /1 to 2000 characters/],
    ['q=a%00b', 'q', /zero byte/],
    ['filter=%00', 'filter', /zero byte/],
    [`q=${'- '.repeat(21)}`, 'q', /at most 20 minus signs/],
    ['filter=', 'filter', /1 to 2000 characters/],
  ];
  for (const [query, parameter, detail] of refused) {
    it(`is refused for ${query}`, () => {
      const complaint = complaintOf(query);
      assert.equal(complaint.parameter, parameter);
      assert.match(complaint.detail, detail);
    });
  }

  it('is answered by a problem that names all there is', () => {
    try {
      readQuery('sort=price', may);
      assert.fail();
    } catch (error) {
      const body: unknown = JSON.parse(JSON.stringify(error));
      assert.deepEqual(body, {
        type: 'https://shop.example/problems/bad-query',
        title: 'The query is not one that this list takes',
        status: 400,
        errors: [
          {
            parameter: 'sort',
            detail: 'is not an order of this list',
            allowed: [...may.sorts.keys()],
          },
        ],
      });
    }
  });

  it('asks for nothing but the tenant where it is empty', () => {
    const { text, values } = statementOf('');
    assert.match(text, /WHERE tenant_id = \$1 AND \(TRUE\)\n/);
    assert.deepEqual(values, [7, 20, 0]);
  });
});

describe('whatever a client writes', () => {
  const dice = new Random(2026);
  const canary = 'zq7x';
  const scraps = [
    canary,
    `'${canary}'`,
    "'",
    "''",
    '"',
    '--',
    '/*',
    ';',
    '\\',
    '%',
    '_',
    '$1',
    '\0',
    '\ud800',
    '\u2019',
    '(',
    ')',
    ',',
    ' ',
    'and',
    'or',
    'eq',
    'in',
    'null',
    'status',
    'total',
    'customer',
    'startswith(customer,',
    "status eq 'paid'",
    `customer eq '${canary}'`,
    "UNION SELECT '",
    'placed_at ge 2026-01-01T00:00:00Z',
    '9999999999',
    '0',
    'OR 1=1',
  ];
  const scrawl = () =>
    Array.from(
      { length: 1 + Math.floor(dice.uniform(0, 9)) },
      () => dice.pick(scraps),
    ).join(dice.pick(['', ' ']));
  const wordsOfOurs = new Set(
    [
      'SELECT id, tenant_id, status, total, customer, placed_at',
      'shipped_at FROM orders WHERE AND OR TRUE = ANY LIKE IS',
      'NOT NULL ORDER BY DESC NULLS LAST LIMIT OFFSET search',
      'websearch_to_tsquery english ts_rank_cd',
    ]
      .join(' ')
      .match(/\w+/g),
  );

  it('never becomes text of a statement', async () => {
    let taken = 0;
    for (let turn = 0; turn < 20_000; turn += 1) {
      // A page ends what holds its thread for a second.
      if (turn % 500 === 0) await setImmediate();
      const given = new URLSearchParams();
      for (const name of ['filter', 'q', 'sort', 'limit', canary])
        if (dice.chance(0.3)) given.set(name, scrawl());
      try {
        const { text, values } = statementOf(`${given}`);
        const words = text.replaceAll(/\$\d+/g, '').match(/\w+/g);
        for (const word of words ?? [])
          assert.ok(wordsOfOurs.has(word), `${word} of ${given}`);
        assert.doesNotMatch(text, /--|;|\/\*|"|\\|%/);
        assert.equal(values[0], 7);
        taken += 1;
      } catch (error) {
        if (!(error instanceof BadQuery)) throw error;
      }
    }
    // Enough of both: neither half of the claim is empty.
    assert.ok(taken > 1_000 && taken < 19_000, `${taken} taken`);
  });

  it('names every value exactly once, in order', () => {
    for (let turn = 0; turn < 2_000; turn += 1) {
      const q = new URLSearchParams({ q: `a${scrawl()}` });
      let statement: Statement;
      try {
        statement = statementOf(`${q}`);
      } catch (error) {
        if (error instanceof BadQuery) continue;
        throw error;
      }
      const { text, values } = statement;
      const numbers = [...text.matchAll(/\$(\d+)/g)].map(
        ([, number]) => Number(number),
      );
      const expected = values.map((_, at) => at + 1);
      assert.deepEqual(numbers, expected);
    }
  });
});

describe('in PostgreSQL', () => {
  const each = 200;
  let database: Database;
  let mine: readonly Row[];
  before(async () => {
    database = await Database.open(each, indexes);
    mine = (await database.ask(ALL)).orders as Order[] as Row[];
  });
  after(() => database.close());

  const ids = async (query: string, limits = may) => {
    const answer = await database.ask(statementOf(query, limits));
    return answer.orders.map(({ id }) => id);
  };

  it('is pasted, and shows what is of others', async () => {
    for (const [query, others] of [
      ["filter=status eq 'open' or total ge 4000", true],
      ["filter=status eq 'x' or 1 eq 1", true],
      ["q=' OR tenant_id <> 7 --", true],
      ["filter=status eq 'paid'", false],
    ] as const) {
      const text = pasted(7, query);
      const { orders } = await database.ask({ text, values: [] });
      assert.equal(
        orders.some(({ tenant_id }) => tenant_id !== 7),
        others,
        query,
      );
    }
  });

  it('shows no order of others, whatever is asked', async () => {
    const dice = new Random(7);
    let shown = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      const filter = grown(dice, 2);
      const query = `filter=${encodeURIComponent(filter.text)}`;
      const statement = statementOf(`${query}&limit=100`);
      const { orders } = await database.ask(statement);
      const right = mine
        .filter(filter.takes)
        .sort((a, b) => b.id - a.id)
        .slice(0, 100);
      const got = orders.map(({ id }) => id);
      const expected = right.map(({ id }) => id);
      assert.deepEqual(got, expected, filter.text);
      shown += got.length;
    }
    assert.ok(shown > 1_000, `${shown} orders shown`);
  });

  it('takes whatever was taken: it never fails', async () => {
    const dice = new Random(99);
    const odd = [
      "q='; DROP TABLE orders --",
      'q=!!! %26 | <-> ((',
      'q="',
      'q=the of and',
      "filter=customer eq '''; --'",
      "filter=startswith(customer,'\\')",
      'filter=placed_at ge 1900-01-01T00:00:00-15:59',
      'filter=placed_at le 2199-12-31T23:59:59.999Z',
      'filter=total le 100000000&offset=10000',
    ];
    for (const query of odd) {
      const { orders } = await database.ask(statementOf(query));
      assert.ok(
        orders.every(({ tenant_id }) => tenant_id === 7),
        query,
      );
    }
    // 33 minus signs in a row, and PostgreSQL gives up: 54000.
    const scraps = ['-', '- ', '"', 'a ', ' or ', '\u4e2d'];
    for (let turn = 0; turn < 30; turn += 1) {
      const length = dice.pick([20, 60, 1_900]);
      let q = 'a';
      while (q.length < length)
        q += dice.pick(scraps).repeat(dice.pick([1, 20, 40]));
      try {
        const words = new URLSearchParams({ q });
        await database.ask(statementOf(`${words}`));
      } catch (error) {
        if (!(error instanceof BadQuery)) throw error;
      }
    }
    for (let turn = 0; turn < 30; turn += 1) {
      const q = Array.from({ length: 12 }, () =>
        String.fromCharCode(dice.uniform(33, 0xd000)),
      ).join(dice.pick(['', ' ']));
      const words = new URLSearchParams({ q });
      await database.ask(statementOf(`${words}`));
    }
  });

  it('takes a percent sign as a percent sign', async () => {
    for (const [start, most] of [
      ['Ada', each],
      ['%25', 0],
      ['_da', 0],
      ['\\', 0],
    ] as const) {
      const filter = `filter=startswith(customer,'${start}')`;
      const found = await ids(`${filter}&limit=100`);
      assert.equal(found.length > 0, most > 0, start);
    }
  });

  it('has each order only once, in every sort', async () => {
    for (const sort of may.sorts.keys()) {
      const seen: number[] = [];
      for (;;) {
        const page = `sort=${sort}&limit=7&offset=${seen.length}`;
        const more = await ids(page);
        if (more.length === 0) break;
        seen.push(...more);
      }
      assert.equal(new Set(seen).size, each, sort);
    }
  });

  it('loses orders without a tie-breaker', async () => {
    const loose = allowed({}, { '-total': sql`total DESC` });
    const seen: number[] = [];
    while (seen.length < each) {
      const page = `sort=-total&limit=20&offset=${seen.length}`;
      seen.push(...(await ids(page, loose)));
    }
    assert.ok(new Set(seen).size < each);
  });

  it('puts what was never shipped last, in both', async () => {
    const { orders } = await database.ask(
      statementOf('sort=-shipped_at&limit=100'),
    );
    const shipped = orders.map((order) => order.shipped_at);
    assert.ok(shipped.every((at) => at !== null));
    const pasting = pasted(7, 'sort=-shipped_at');
    const naive = await database.ask({
      text: pasting,
      values: [],
    });
    assert.ok(
      naive.orders.every((one) => one.shipped_at === null),
    );
  });

  it('is read from an index in every sort', async () => {
    for (const sort of may.sorts.keys()) {
      const statement = statementOf(`sort=${sort}`);
      const { read, plan } = await database.ask(statement);
      assert.equal(read, 20, sort);
      assert.match(plan.join(), /^Limit,Index Scan by_\w+$/);
    }
  });

  it('finds words in any form, the best first', async () => {
    const found = await ids('q=gifts wrapping&limit=100');
    assert.equal(found.length, (each / 50) * 3);
    const noteOf = new Map(
      mine.map(({ id, note }) => [id, note]),
    );
    assert.equal(noteOf.get(found[0] ?? 0), 'Gift wrap, please');
    const phrase = await ids('q="gift wrap"&limit=100');
    assert.equal(phrase.length, each / 50);
    const without = await ids('q=gift -red&limit=100');
    assert.equal(without.length, (each / 50) * 2);
    const asked = encodeURIComponent("status eq 'canceled'");
    const both = await ids(`q=gift&filter=${asked}`);
    assert.ok(both.length < found.length);
  });

  it('finds nothing by an attack, nor by words like the', async () => {
    const found = await ids("q=' OR tenant_id <> 7 --");
    assert.deepEqual(found, []);
    assert.deepEqual(await ids('q=the of'), []);
  });
});

describe('by GraphQL', () => {
  const orders = async (args: string) => {
    const asked: Statement[] = [];
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Query',
        fields: {
          orders: {
            type: GraphQLInt,
            args: {
              filter: { type: filterType(may) },
              sort: { type: sortType(may) },
              first: { type: GraphQLInt, defaultValue: 20 },
            },
            resolve: (_, { filter, sort, first }) => {
              const query = {
                sort,
                limit: first,
                offset: 0,
                filter: filter && inputFilter(filter, may),
              };
              const scope = ofTenant(7);
              asked.push(
                listOrders(query, scope, newest).statement,
              );
              return 1;
            },
          },
        },
      }),
    });
    const source = `{ orders(${args}) }`;
    const { errors } = await graphql({ schema, source });
    return { asked: asked[0], errors };
  };

  it('sends the very statement that a query string does', async () => {
    for (const [args, query] of [
      [
        'filter: { status: { eq: paid } }',
        "filter=status eq 'paid'",
      ],
      [
        'filter: { or: [{ status: { in: [open] } }, { total: { ge: 4000 } }] }, sort: TOTAL_DESC',
        "filter=status in ('open') or total ge 4000&sort=-total",
      ],
      [
        'filter: { customer: { startswith: "5%" } }',
        "filter=startswith(customer,'5%25')",
      ],
      [
        'filter: { shipped_at: { is_null: true } }',
        'filter=shipped_at eq null',
      ],
    ] as const) {
      const { asked, errors } = await orders(args);
      assert.equal(errors, undefined);
      assert.deepEqual(asked, statementOf(query));
    }
  });

  it('has the fields and orders of the list, and no others', () => {
    const fields = Object.keys(filterType(may).getFields());
    assert.deepEqual(fields, ['and', 'or', ...may.fields.keys()]);
    const sorts = sortType(may).getValues();
    assert.equal(sorts.length, may.sorts.size);
  });

  it('keeps to the same limits', async () => {
    const nested = (n: number): string =>
      n < 0 ? '{ id: { eq: 1 } }' : `{ and: [${nested(n - 1)}] }`;
    const many = (n: number) =>
      `{ or: [${'{ id: { eq: 1 } } '.repeat(n)}] }`;
    const list = (n: number) =>
      `{ id: { in: [${Array.from({ length: n }, (_, at) => at)}] } }`;
    for (const [filter, most] of [
      [nested, 3],
      [many, 10],
      [list, 50],
    ] as const) {
      const fits = await orders(`filter: ${filter(most)}`);
      assert.equal(fits.errors, undefined);
      const { errors } = await orders(
        `filter: ${filter(most + 1)}`,
      );
      assert.match(`${errors?.[0]}`, /takes at most/);
    }
  });

  it('counts groups as a query string does', async () => {
    const leaf = '{ id: { eq: 1 } }';
    const joint = (n: number) => (n % 2 === 0 ? 'or' : 'and');
    const inputs = (n: number): string =>
      n < 0
        ? leaf
        : `{ ${joint(n)}: [${inputs(n - 1)}, ${leaf}] }`;
    const inText = (n: number): string =>
      n < 0
        ? 'id eq 1'
        : `${n === 0 ? 'id eq 1' : `(${inText(n - 1)})`} ${joint(n)} id eq 1`;
    for (let n = 0; n < 6; n += 1) {
      const { errors } = await orders(`filter: ${inputs(n)}`);
      const filter = encodeURIComponent(inText(n));
      const byText = () => statementOf(`filter=${filter}`);
      assert.equal(errors === undefined, n <= 3, `${n}`);
      if (n <= 3) byText();
      else assert.throws(byText, BadQuery);
    }
  });

  it('refuses what its types refuse, and what they cannot', async () => {
    for (const [filter, message] of [
      [
        '{ status: { eq: lost } }',
        /does not exist in "StatusWord"/,
      ],
      ['{ note: { eq: "x" } }', /"note" is not defined/],
      ['{ status: { eq: paid }, id: { eq: 1 } }', /exactly one/i],
      ['{ total: { eq: -1 } }', /filter.total.eq: total takes/],
      ['{ customer: { eq: "" } }', /1 to 60 characters/],
      ['{ placed_at: { ge: "now" } }', /takes a time/],
      ['{ and: [] }', /filter.and: is empty/],
      ['{ id: { in: [] } }', /filter.id.in: is empty/],
    ] as const) {
      const { errors } = await orders(`filter: ${filter}`);
      assert.match(`${errors?.[0]}`, message);
    }
  });
});

/** All orders of the tenant, with the column that is searched. */
const ALL: Statement = {
  text: 'SELECT * FROM orders WHERE tenant_id = 7',
  values: [],
};

interface Row extends Order {
  readonly status: string;
  readonly total: number;
  readonly customer: string;
  readonly note: string;
  readonly placed_at: Date;
}

/** A filter, and the same in JavaScript, which has no SQL in it. */
interface Grown {
  readonly text: string;
  readonly takes: (row: Row) => boolean;
}

function grown(dice: Random, depth: number): Grown {
  if (depth > 0 && dice.chance(0.6)) {
    const joint = dice.pick(['and', 'or'] as const);
    const parts = [
      grown(dice, depth - 1),
      grown(dice, depth - 1),
    ];
    const text = parts.map((part) => `(${part.text})`);
    return {
      text: text.join(` ${joint} `),
      takes: (row) =>
        joint === 'and'
          ? parts.every(({ takes }) => takes(row))
          : parts.some(({ takes }) => takes(row)),
    };
  }
  const total = 500 * Math.ceil(dice.uniform(0, 8));
  const status = dice.pick([
    'open',
    'paid',
    'shipped',
    'canceled',
  ]);
  const start = dice.pick(['Ada', 'Ben E', 'C', '%', '_']);
  const day = `2026-01-0${Math.ceil(dice.uniform(0, 8))}T12:00:00Z`;
  return dice.pick<Grown>([
    {
      text: `status eq '${status}'`,
      takes: (row) => row.status === status,
    },
    {
      text: `total ge ${total}`,
      takes: (row) => row.total >= total,
    },
    {
      text: `total lt ${total}`,
      takes: (row) => row.total < total,
    },
    {
      text: `startswith(customer,'${start}')`,
      takes: (row) => row.customer.startsWith(start),
    },
    {
      text: 'shipped_at eq null',
      takes: (row) => row.shipped_at === null,
    },
    {
      text: `shipped_at le ${day}`,
      takes: ({ shipped_at: at }) =>
        at !== null && at <= new Date(day),
    },
    {
      text: `placed_at gt ${day}`,
      takes: (row) => row.placed_at > new Date(day),
    },
    {
      text: `status in ('${status}','open')`,
      takes: (row) => [status, 'open'].includes(row.status),
    },
  ]);
}
