import { trace } from '#lab';
import type { Figure } from '#lab';
import type { Database, Order } from './database.ts';
import { BadQuery } from './refusal.ts';
import type { Statement } from './sql.ts';
import { answerTo, MAPLE } from './story.ts';
import type { Request, Whole } from './story.ts';

/** In the drawing a request takes a second: real time is noise. */
const STEP_MS = 1_000;

export interface Way {
  readonly run: 'baseline' | 'pattern';
  readonly title: string;
  /** @throws {BadQuery} where it refuses */
  readonly statementOf: (query: string) => Statement;
}

interface Tally {
  others: number;
  read: number;
  mostRead: number;
  wrong: number;
  skipped: number;
  refused: number;
}

/** Plays all requests, one after the other, against one table. */
export async function play(
  database: Database,
  requests: readonly Request[],
  way: Way,
  each: number,
): Promise<readonly Figure[]> {
  const { run, title } = way;
  const durationMs = requests.length * STEP_MS;
  trace({ kind: 'run', run, title, durationMs });
  console.log(title);
  console.log(line('', 'rows', 'read', "others'"));
  const tally: Tally = {
    others: 0,
    read: 0,
    mostRead: 0,
    wrong: 0,
    skipped: 0,
    refused: 0,
  };
  for (const [at, request] of requests.entries()) {
    const told = await askFor(database, request, way, tally);
    traceStep(run, at, request, told, tally, each);
  }
  console.log('');
  const figures = figuresOf(tally, requests.length);
  for (const figure of figures)
    trace({ kind: 'figure', run, ...figure });
  return figures;
}

type Told = 'right' | 'wrong' | '400';

async function askFor(
  database: Database,
  request: Request,
  way: Way,
  tally: Tally,
): Promise<{ told: Told; read: number }> {
  const { who } = request;
  let answer: Whole;
  try {
    answer = await answerTo(database, request, way.statementOf);
  } catch (error) {
    if (!(error instanceof BadQuery)) throw error;
    tally.refused += 1;
    console.log(
      `  ${who.padEnd(9)}  400 ${error.complaint.parameter}`,
    );
    return { told: '400', read: 0 };
  }
  const { orders, read, mostRead } = answer;
  const others = orders.filter(
    ({ tenant_id }) => tenant_id !== MAPLE,
  );
  const told = request.right(orders) ? 'right' : 'wrong';
  tally.others += others.length;
  tally.read += read;
  tally.mostRead = Math.max(tally.mostRead, mostRead);
  tally.wrong += told === 'wrong' ? 1 : 0;
  const counts = [orders.length, read, others.length];
  console.log(line(who, ...counts));
  if (request.pages) {
    tally.skipped = repeatedIn(orders);
    const { byIndex, sorted } = answer;
    const how = `${byIndex} by index, ${sorted} sorted`;
    console.log(`             ${how}`);
  }
  return { told, read: mostRead };
}

/** A row that comes twice takes the place of one that is lost. */
function repeatedIn(orders: readonly Order[]): number {
  const distinct = new Set(orders.map(({ id }) => id));
  return orders.length - distinct.size;
}

function line(
  who: string,
  ...cells: (string | number)[]
): string {
  const [rows = '', read = '', others = ''] = cells;
  return (
    `  ${who.padEnd(9)}${`${rows}`.padStart(6)}` +
    `${`${read}`.padStart(8)}${`${others}`.padStart(9)}`
  );
}

function traceStep(
  run: string,
  at: number,
  { who, query }: Request,
  { told, read }: { told: Told; read: number },
  tally: Tally,
  each: number,
): void {
  const startMs = at * STEP_MS;
  const atMs = startMs + STEP_MS * 0.7;
  trace({
    kind: 'call',
    run,
    from: who,
    to: 'orders',
    label: query.slice(0, 60),
    startMs,
    endMs: atMs,
    outcome: told === '400' ? 'failed' : 'answered',
    note: told,
  });
  const tone = {
    right: 'normal',
    wrong: 'blocked',
    '400': 'probing',
  };
  trace({
    kind: 'state',
    run,
    of: 'answer',
    state: told,
    tone: tone[told] as 'normal' | 'blocked' | 'probing',
    atMs: startMs,
  });
  const limit = { value: each, label: 'all of one tenant' };
  const of = { kind: 'value', run, atMs } as const;
  trace({ ...of, series: 'rows read', value: read, limit });
  const series = "others' orders shown";
  trace({ ...of, series, value: tally.others });
}

function figuresOf(tally: Tally, asked: number): Figure[] {
  return [
    {
      label: "others' orders",
      value: tally.others,
      better: 'lower',
      note: 'shown to a tenant whose they are not',
    },
    {
      label: 'wrong answers',
      value: tally.wrong,
      better: 'lower',
      note: `of ${asked}`,
    },
    {
      label: 'most rows read',
      value: tally.mostRead,
      better: 'lower',
      note: 'by one statement',
    },
    { label: 'rows read', value: tally.read, better: 'lower' },
    {
      label: 'skipped',
      value: tally.skipped,
      better: 'lower',
      note: 'orders that the export lost between two pages',
    },
    {
      label: 'refused',
      value: tally.refused,
      better: 'lower',
      note: 'the cost: each must be told what would be right',
    },
  ];
}
