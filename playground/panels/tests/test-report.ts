/** How one test, or a suite, ended. */
export type TestStatus = 'passed' | 'failed' | 'skipped' | 'todo';

/** A test, or a suite with what is in it. */
export interface TestNode {
  readonly name: string;
  readonly status: TestStatus;
  /** As printed: `1.2ms`. */
  readonly duration: string;
  /** Why it was skipped, or what is to be done. */
  readonly remark: string | undefined;
  readonly children: readonly TestNode[];
}

/** What the report says at its end of one test that failed. */
export interface Failure {
  readonly name: string;
  readonly duration: string;
  /** Where the test stands: `breaker.test.ts:12:3`. */
  readonly declaredAt: string;
  /** Message and difference. */
  readonly message: string;
  readonly stack: string;
}

/** The numbers at the end of a report. */
export interface TestCounts {
  readonly tests: number;
  /** `describe` makes one; a test with tests in it is a test. */
  readonly suites: number;
  readonly passed: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly skipped: number;
  readonly todo: number;
}

export interface TestReport {
  readonly tree: readonly TestNode[];
  readonly failures: readonly Failure[];
  readonly counts: TestCounts;
}

type Growing = { -readonly [Key in keyof TestNode]: TestNode[Key] } & { children: Growing[] };

const RESULT = /^( *)([✔✖﹣⚠]) (.*) \(([\d.]+ms)\)(?: # (.*))?$/;
const BEGIN = /^( *)▶ (.*)$/;
const COUNT = /^ℹ (tests|suites|pass|fail|cancelled|skipped|todo) (\d+)$/;
const FAILING = '✖ failing tests:';

/**
 * Reads what Node's reporter `spec` prints, line by line. Lines that are none of the reporter's are
 * the program's own and stay in the output only.
 *
 * @param stdout without the looks of a terminal
 * @returns undefined where the report has no end, as when a run was stopped
 */
export function readTestReport(stdout: string): TestReport | undefined {
  const lines = stdout.replaceAll('\r\n', '\n').split('\n');
  const failing = lines.lastIndexOf(FAILING);
  const head = failing < 0 ? lines : lines.slice(0, failing);
  const counts = countsOf(head);
  if (!counts) return undefined;
  const first = head.findLastIndex((line) => line.startsWith('ℹ tests '));
  return {
    tree: treeOf(head.slice(0, first)),
    failures: failing < 0 ? [] : failuresOf(lines.slice(failing + 1)),
    counts,
  };
}

/** How many tests and suites the tree has: where a program's own lines spoiled a report, too few. */
export function countNodes(nodes: readonly TestNode[]): number {
  return nodes.reduce((sum, { children }) => sum + 1 + countNodes(children), 0);
}

function countsOf(lines: readonly string[]): TestCounts | undefined {
  const numbers = new Map<string, number>();
  for (const line of lines) {
    const [, name, number] = COUNT.exec(line) ?? [];
    if (name !== undefined) numbers.set(name, Number(number));
  }
  const count = (name: string): number => numbers.get(name) ?? 0;
  if (!numbers.has('tests') || !numbers.has('pass') || !numbers.has('fail')) return undefined;
  return {
    tests: count('tests'),
    suites: count('suites'),
    passed: count('pass'),
    failed: count('fail'),
    cancelled: count('cancelled'),
    skipped: count('skipped'),
    todo: count('todo'),
  };
}

/** A suite begins with its name and ends with its result, at one depth; all between is in it. */
function treeOf(lines: readonly string[]): readonly TestNode[] {
  const root: Growing[] = [];
  const open: Growing[] = [];
  for (const line of lines) {
    const [, beginIndent, begun] = BEGIN.exec(line) ?? [];
    if (begun !== undefined) {
      const depth = (beginIndent?.length ?? 0) / 2;
      const node = nodeOf(begun);
      (open[depth - 1]?.children ?? root).push(node);
      open.length = Math.min(open.length, depth);
      open[depth] = node;
      continue;
    }
    const [, indent = '', symbol = '', name = '', duration = '', note] = RESULT.exec(line) ?? [];
    if (symbol === '') continue;
    const depth = indent.length / 2;
    const node = open[depth]?.name === name ? open[depth] : nodeOf(name);
    if (node !== open[depth]) (open[depth - 1]?.children ?? root).push(node);
    open.length = Math.min(open.length, depth);
    node.status = statusOf(symbol, note);
    node.duration = duration;
    node.remark = note === 'SKIP' || note === 'TODO' ? undefined : note;
  }
  return root;
}

function nodeOf(name: string): Growing {
  return { name, status: 'failed', duration: '', remark: undefined, children: [] };
}

function statusOf(symbol: string, note: string | undefined): TestStatus {
  if (symbol === '✖') return 'failed';
  if (symbol === '﹣') return 'skipped';
  return symbol === '⚠' || note !== undefined ? 'todo' : 'passed';
}

/** Each begins with its place, then its result, then two spaces before every line of its error. */
function failuresOf(lines: readonly string[]): readonly Failure[] {
  const starts = lines.flatMap((line, index) => (/^test at .+:\d+:\d+$/.test(line) ? [index] : []));
  return starts.flatMap((start, index) => {
    const [place = '', result = '', ...error] = lines.slice(start, starts[index + 1]);
    const [, , , name, duration] = RESULT.exec(result) ?? [];
    if (name === undefined || duration === undefined) return [];
    const text = error.map((line) => line.replace(/^ {2}/, ''));
    const stackAt = text.findIndex((line) => /^ +at /.test(line));
    const message = stackAt < 0 ? text : text.slice(0, stackAt);
    return [
      {
        name,
        duration,
        declaredAt: place.replace(/^test at /, ''),
        message: message.join('\n').trimEnd(),
        stack: stackAt < 0 ? '' : text.slice(stackAt).join('\n').trimEnd(),
      },
    ];
  });
}
