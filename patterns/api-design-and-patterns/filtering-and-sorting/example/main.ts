import { figureTable, knob } from '#lab';
import { allowed, indexes, newest, ofTenant } from './allowed.ts';
import { Database } from './database.ts';
import { listOrders, readQuery } from './list-query.ts';
import { play } from './playing.ts';
import type { Way } from './playing.ts';
import { sql } from './sql.ts';
import type { Sql } from './sql.ts';
import { MAPLE, pasted, requestsOf } from './story.ts';

const whole = { whole: true } as const;
const isOn = { min: 0, max: 1, ...whole };
const each = knob('ORDERS', 500, 'orders', {
  min: 200,
  max: 1_000,
  ...whole,
});
const list = knob('MAX_LIST', 50, 'values', {
  min: 5,
  max: 200,
  ...whole,
});
const conditions = knob('MAX_CONDITIONS', 10, 'conditions', {
  min: 1,
  max: 50,
  ...whole,
});
const indexed = knob('INDEXES', 1, '', isOn) === 1;
const parentheses = knob('PARENTHESES', 1, '', isOn) === 1;
const tieBreaker = knob('TIE_BREAKER', 1, '', isOn) === 1;

/** The baseline's bug, with every value bound. */
const loose = (wanted: Sql) =>
  sql`tenant_id = ${MAPLE} AND ${wanted}`;
const ties = { '-total': sql`total DESC` };
const may = allowed({ list, conditions }, tieBreaker ? {} : ties);
const scope = parentheses ? ofTenant(MAPLE) : loose;

const careless: Way = {
  run: 'baseline',
  title: 'Pasted into SQL',
  statementOf: (query) => ({
    text: pasted(MAPLE, query),
    values: [],
  }),
};
const careful: Way = {
  run: 'pattern',
  title: 'From an allow-list',
  statementOf: (query) =>
    listOrders(readQuery(query, may), scope, newest).statement,
};

const database = await Database.open(
  each,
  indexed ? indexes : '',
);
try {
  const requests = requestsOf(each);
  const without = await play(database, requests, careless, each);
  const with_ = await play(database, requests, careful, each);
  const screen = careful.statementOf(requests[0]?.query ?? '');
  const { plan } = await database.ask(screen);
  console.log('How the screen is read');
  for (const node of plan) console.log(`  ${node}`);
  console.log('');
  const columns = [
    { heading: 'pasted', figures: without },
    { heading: 'allowed', figures: with_ },
  ];
  console.log(figureTable(columns).join('\n'));
} finally {
  await database.close();
}
