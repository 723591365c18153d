/**
 * What a page tells of its example under "Run it" is what a default run really does: the program
 * is executed, and each sentence is filled with numbers read from it. A number in that section
 * which no claim holds is refused too. A new page is one more entry in `pages`.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { TRACE_MARK } from '../../playground/lab/emit.ts';
import type { FigureEvent, RunEvent, SpanEvent, TraceEvent } from '../../playground/lab/trace.ts';

/** A default run: its table and moments as printed, its trace, and the knobs it ran with. */
interface Run {
  /** A cell of the printed comparison table. */
  readonly cell: (row: string, column: string) => number;
  /** Second of the first line of the story that says so, under a title. */
  readonly moment: (title: string, text: string) => number;
  /** A number in the note of a figure of the pattern's run. */
  readonly noted: (row: string, sentence: RegExp) => number;
  readonly knob: (env: string) => number;
  readonly fault: { readonly fromS: number; readonly toS: number };
  readonly durationS: number;
}

interface Claim {
  /** The page's words, with `{}` for each number. */
  readonly says: string;
  readonly numbers: (run: Run) => readonly (number | string)[];
}

/** How the first run of the health checks is called. */
const oneAnswer = 'One deep check for all probes';

const pages: Readonly<Record<string, readonly Claim[]>> = {
  'api-design-and-patterns/restful-apis': [
    {
      says: '{} clerks add an item each',
      numbers: (run) => [capital(inWords(run.knob('CLERKS')))],
    },
    { says: 'and {} answers are lost', numbers: (run) => [inWords(run.knob('LOST_ANSWERS'))] },
    {
      says: 'Without preconditions {} of {} items are kept and {} orders are made.',
      numbers: (run) => [
        run.cell('items kept', 'without'),
        run.noted('items kept', /of (\d+)/),
        run.cell('orders made', 'without'),
      ],
    },
    {
      says: 'With them, {} of {} and {}:',
      numbers: (run) => [
        run.cell('items kept', 'with'),
        run.noted('items kept', /of (\d+)/),
        run.cell('orders made', 'with'),
      ],
    },
    {
      says: 'The price is {} requests in place of {}.',
      numbers: (run) => [run.cell('requests', 'with'), run.cell('requests', 'without')],
    },
  ],
  'api-design-and-patterns/webhook-patterns': [
    {
      says: 'A provider takes {} payments',
      numbers: (run) => [run.noted('never shipped', /of (\d+) paid/)],
    },
    {
      says: 'The shop is down from second {} to {} of {};',
      numbers: ({ fault, durationS }) => [fault.fromS, fault.toS, durationS],
    },
    { says: '{} % of the answers get lost', numbers: (run) => [run.knob('LOST_PCT')] },
    { says: 'its provider tries up to {} times', numbers: (run) => [run.knob('TRIES')] },
    {
      says: 'Trusting, {} of {} paid orders are never shipped, {} shipments are repeats and {} were paid by nobody.',
      numbers: (run) => [
        run.cell('never shipped', 'trusting'),
        run.noted('never shipped', /of (\d+) paid/),
        run.cell('shipped again', 'trusting'),
        run.cell('shipped unpaid', 'trusting'),
      ],
    },
    {
      says: 'Careful, each of the three is {}.',
      numbers: (run) => {
        const rows = ['never shipped', 'shipped again', 'shipped unpaid'];
        return [Math.max(...rows.map((row) => run.cell(row, 'careful')))];
      },
    },
    {
      says: 'The price is {} deliveries in place of {}, and the slowest order waits {} s',
      numbers: (run) => [
        run.cell('deliveries sent', 'careful'),
        run.cell('deliveries sent', 'trusting'),
        run.cell('slowest, in s', 'careful'),
      ],
    },
  ],
  'resilience-and-fault-tolerance/backpressure': [
    { says: 'it has {} workers', numbers: (run) => [inWords(run.knob('WORKERS'))] },
    { says: 'Users wait {} s', numbers: (run) => [run.knob('PATIENCE_S')] },
    {
      says: 'At second {} an archive imports {} pictures',
      numbers: (run) => {
        const pictures = 16;
        const text = `import of ${pictures} pictures`;
        return [run.moment(OPEN_DOOR, text), pictures];
      },
    },
    {
      says: 'from second {} to {} of {}, {} times as many users come',
      numbers: (run) => [run.fault.fromS, run.fault.toS, run.durationS, inWords(run.knob('BURST'))],
    },
    {
      says: 'a line of {}, a deadline check and a window of {}',
      numbers: (run) => [run.knob('QUEUE'), run.knob('WINDOW')],
    },
    {
      says: '{} of {} requests are answered in time',
      numbers: (run) => [
        run.cell('useful answers', 'without'),
        run.noted('useful answers', /of (\d+)/),
      ],
    },
    {
      says: '{} are worked on after their users have gone',
      numbers: (run) => [run.cell('done for nobody', 'without')],
    },
    {
      says: 'no useful answer for {} s, until second {}',
      numbers: (run) => [10, run.moment(OPEN_DOOR, 'useful again, after 10 s')],
    },
    {
      says: 'The import alone does it for {} s.',
      numbers: (run) => [run.moment(OPEN_DOOR, 'useful again, after 4 s') === 8 ? 4 : NaN],
    },
    { says: 'With the short line {} are,', numbers: (run) => [run.cell('useful answers', 'with')] },
    {
      says: 'The price: {} users are refused at once, and the import is done at {} s in place of {}.',
      numbers: (run) => [
        run.cell('refused', 'with'),
        run.cell('import done at', 'with'),
        run.cell('import done at', 'without'),
      ],
    },
  ],
  'resilience-and-fault-tolerance/bulkhead-pattern': [
    { says: 'A shop has {} threads.', numbers: (run) => [inWords(run.knob('THREADS'))] },
    {
      says: 'From second {} to {} of {}, reviews still answers, in {} s',
      numbers: (run) => [run.fault.fromS, run.fault.toS, run.durationS, run.knob('SLOW_S')],
    },
    { says: 'timeout of {} s', numbers: (run) => [run.knob('CALL_TIMEOUT_S')] },
    {
      says: 'Without a bulkhead {} of {} checkouts and {} of {} product pages find no free thread.',
      numbers: (run) =>
        ['checkout failed', 'product failed'].flatMap((row) => [
          run.cell(row, 'without'),
          run.noted(row, /of (\d+)/),
        ]),
    },
    {
      says: 'With a limit of {} {} does.',
      numbers: (run) => {
        const failed = run.cell('checkout failed', 'with') + run.cell('product failed', 'with');
        return [run.knob('LIMIT'), failed === 0 ? 'none' : failed];
      },
    },
    {
      says: 'The price: {} product pages have no reviews, against {}.',
      numbers: (run) => ['with', 'without'].map((column) => run.cell('without reviews', column)),
    },
    {
      says: 'Of these, {} came when reviews was quick again',
      numbers: (run) => [run.noted('without reviews', /the cost: (\d+) while reviews was quick/)],
    },
  ],
  'resilience-and-fault-tolerance/circuit-breaker': [
    { says: 'A shop has {} threads.', numbers: (run) => [inWords(run.knob('THREADS'))] },
    {
      says: 'From second {} to {} of {}, payment accepts calls',
      numbers: ({ fault, durationS }) => [fault.fromS, fault.toS, durationS],
    },
    {
      says: 'Without the breaker {} of {} catalogue pages fail',
      numbers: (run) => [run.cell('catalogue failed', 'without'), pagesOf(run)],
    },
    { says: 'with it, {}.', numbers: (run) => [run.cell('catalogue failed', 'with')] },
    {
      says: 'all threads are held at {} s, and the first timeout is counted at {} s',
      numbers: (run) => [
        run.moment('With the breaker', `all ${run.knob('THREADS')} threads held`).toFixed(1),
        run.moment('With the breaker', 'checkout: no answer in').toFixed(1),
      ],
    },
    {
      says: 'The price is {} orders put off after payment was back',
      numbers: (run) => [run.noted('checkout paid at once', /(\d+) refused while payment worked/)],
    },
    {
      says: 'Four threads end at most {} hung calls a second; over {} − {} s that is {}, so the minimum is {}',
      numbers: (run) => {
        const [timeoutS, windowS] = [run.knob('CALL_TIMEOUT_S'), run.knob('WINDOW_S')];
        const perSecond = run.knob('THREADS') / timeoutS;
        const calls = (perSecond * (windowS - timeoutS)).toFixed(1);
        return [perSecond.toFixed(2), windowS, timeoutS, calls, run.knob('MINIMUM_CALLS')];
      },
    },
  ],
  'resilience-and-fault-tolerance/retry-patterns': [
    {
      says: 'Four workers serve {} requests a second',
      numbers: (run) => [run.noted('attempts sent', /serve (\d+) a second/)],
    },
    { says: '{} requests arrive each second', numbers: (run) => [run.knob('LOAD_PER_S')] },
    { says: 'make at most {} attempts', numbers: (run) => [run.knob('ATTEMPTS')] },
    {
      says: 'From second {} to {} of {}, the server works at half speed',
      numbers: ({ fault, durationS }) => [fault.fromS, fault.toS, durationS],
    },
    {
      says: 'at {} s the queue is full',
      numbers: (run) => [run.moment('Retries without a budget', 'server: queue full')],
    },
    {
      says: '{} of {} requests are answered.',
      numbers: (run) => [
        run.cell('answered in time', 'without'),
        run.noted('answered in time', /of (\d+)/),
      ],
    },
    {
      says: 'busy all the while, {} times for a caller who had left',
      numbers: (run) => [run.cell('work for nobody', 'without')],
    },
    {
      says: 'With the budget, {} retries are sent and then none; by {} s it answers again, and {} requests are answered in all.',
      numbers: (run) => [
        run.cell('attempts sent', 'with') - run.noted('answered in time', /of (\d+)/),
        run.moment('Retries with a budget', 'answers again'),
        run.cell('answered in time', 'with'),
      ],
    },
    {
      says: 'The work of {} requests was done more than once, with the budget of {}.',
      numbers: (run) => [
        run.cell('done more than once', 'without'),
        run.cell('done more than once', 'with'),
      ],
    },
  ],
  'resilience-and-fault-tolerance/health-checks': [
    {
      says: 'the database is slow from second {} to {} of {}',
      numbers: ({ fault, durationS }) => [fault.fromS, fault.toS, durationS],
    },
    {
      says: 'pod {} alone loses it from second {}, and pod {} deadlocks at second {}',
      numbers: (run) => [
        3,
        run.moment(oneAnswer, 'pod 3 loses the database'),
        2,
        run.moment(oneAnswer, 'pod 2 deadlocks'),
      ],
    },
    { says: 'when fewer than {} % are ready', numbers: (run) => [run.knob('PANIC_PCT')] },
    {
      says: 'With one answer {} of {} catalogue pages fail',
      numbers: (run) => [run.cell('catalogue failed', 'one'), pagesOf(run)],
    },
    {
      says: 'restarted between {} and {} s',
      numbers: (run) => [
        run.moment(oneAnswer, 'pod 2: restart 1').toFixed(1),
        run.moment(oneAnswer, 'pod 3: restart 1').toFixed(1),
      ],
    },
    {
      says: 'With three, {} fail, all by the deadlock, and {} restart is made in place of {}:',
      numbers: (run) => [
        run.cell('catalogue failed', 'three'),
        run.cell('restarts', 'three'),
        run.cell('restarts', 'one'),
      ],
    },
    {
      says: 'Of the orders {} and {} fail',
      numbers: (run) => [run.cell('orders failed', 'one'), run.cell('orders failed', 'three')],
    },
    {
      says: 'is restarted at {} s in both',
      numbers: (run) => {
        const [one, three] = [
          run.moment(oneAnswer, 'pod 2: restart 2'),
          run.moment('Three questions', 'pod 2: restart 1'),
        ];
        return [one === three ? one.toFixed(1) : NaN];
      },
    },
  ],
  'resilience-and-fault-tolerance/timeout-management': [
    {
      says: '{} users arrive in {} s, and each waits {} s.',
      numbers: (run) => [run.noted('answered', /of (\d+)/), run.durationS, run.knob('PATIENCE_S')],
    },
    {
      says: 'From second {} to {} it takes {} times as long',
      numbers: (run) => [run.fault.fromS, run.fault.toS, run.knob('SLOW_FACTOR')],
    },
    {
      says: 'With a timeout of {} s for each hop, {} users are answered, and {} leave without a word.',
      numbers: (run) => [
        run.knob('HOP_TIMEOUT_S'),
        run.cell('answered', 'hops'),
        run.cell('left without a word', 'hops'),
      ],
    },
    {
      says: 'Stock is quick again at second {}, but the first new user is answered at {} s: it works {} s in vain',
      numbers: (run) => [
        run.fault.toS,
        run.moment('A timeout for each hop', 'a new user'),
        run.cell('stock busy in vain', 'hops'),
      ],
    },
    {
      says: 'that is at {} s; {} users are answered, and the other {} learn why not',
      numbers: (run) => [
        run.moment('One deadline, handed on', 'a new user'),
        run.cell('answered', 'deadline'),
        run.cell('told why not, in time', 'deadline'),
      ],
    },
    {
      says: 'work that is begun and cut off, {} s of it. The shop holds at most {} requests instead of {}.',
      numbers: (run) => [
        run.cell('stock busy in vain', 'deadline'),
        run.cell('most in the shop', 'deadline'),
        run.cell('most in the shop', 'hops'),
      ],
    },
  ],
};

/** Title of the run without backpressure. */
const OPEN_DOOR = 'Everybody is let in';
const pagesOf = (run: Run): number => run.noted('catalogue failed', /of (\d+)/);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const inWords = (count: number): string =>
  ['no', 'one', 'two', 'three', 'four', 'five', 'six'][count] ?? String(count);

/** Runs an example as a reader does, without a knob set. */
async function play(folder: string): Promise<Run> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['main.ts'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], TRACE: 'json' },
  });
  const example = JSON.parse(await readFile(path.join(folder, 'example.json'), 'utf8')) as {
    knobs: { env: string; default: number }[];
  };
  const events = stderr
    .split('\n')
    .filter((line) => line.startsWith(TRACE_MARK))
    .map((line) => JSON.parse(line.slice(TRACE_MARK.length)) as TraceEvent);
  const run = events.find((event): event is RunEvent => event.kind === 'run');
  const span = events.find((event): event is SpanEvent => event.kind === 'span');
  const figures = events.filter((event): event is FigureEvent => event.kind === 'figure');
  return {
    cell: (row, column) => cellOf(stdout, row, column),
    moment: (title, text) => momentOf(stdout, title, text),
    noted: (row, sentence) => {
      const figure = figures.findLast((one) => one.label === row);
      return Number(sentence.exec(figure?.note ?? '')?.[1]);
    },
    knob: (env) => example.knobs.find((knob) => knob.env === env)?.default ?? NaN,
    fault: { fromS: (span?.startMs ?? NaN) / 1000, toS: (span?.endMs ?? NaN) / 1000 },
    durationS: (run?.durationMs ?? NaN) / 1000,
  };
}

function cellOf(stdout: string, row: string, column: string): number {
  const table = stdout.trimEnd().split('\n\n').at(-1)?.split('\n') ?? [];
  const at = table[0]?.trim().split(/\s+/).indexOf(column) ?? -1;
  const cells = table.find((line) => line.startsWith(`${row} `))?.slice(row.length);
  return Number(cells?.trim().split(/\s+/)[at]);
}

function momentOf(stdout: string, title: string, text: string): number {
  const story = stdout.split('\n\n').find((block) => block.startsWith(title)) ?? '';
  const line = story.split('\n').find((one) => one.replace(/^ *[\d.]+ +/, '').startsWith(text));
  return Number.parseFloat(line ?? '');
}

/** The prose between the heading "Run it" and the next one, on one line. */
async function runItProse(page: string): Promise<string> {
  const text = await readFile(path.resolve('patterns', page, 'index.mdx'), 'utf8');
  const section = /^## Run it$(.*?)^## /ms.exec(text)?.[1] ?? '';
  return section.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe.each(Object.entries(pages))('the page %s', (page, claims) => {
  it('quotes its example as it runs', { timeout: 30_000 }, async () => {
    const prose = await runItProse(page);
    const run = await play(path.resolve('patterns', page, 'example'));
    let unheld = prose;
    for (const { says, numbers } of claims) {
      const values = numbers(run);
      const sentence = values.reduce<string>((text, value) => text.replace('{}', `${value}`), says);
      expect(prose).toContain(sentence);
      unheld = unheld.replace(sentence, says);
    }
    expect(unheld.match(/[^.!?]*\d[^.!?]*/g) ?? [], 'numbers that no claim holds').toEqual([]);
  });
});
