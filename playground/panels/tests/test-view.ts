import { formatQuantity } from '../format.ts';
import { tag, type Branch } from '../markup/tree.ts';
import { visibleLabel, visibleText } from '../visible-text.ts';
import { placeOf } from './test-place.ts';
import {
  countNodes,
  type Failure,
  type TestCounts,
  type TestNode,
  type TestReport,
  type TestStatus,
} from './test-report.ts';

const LONGEST_NAME = 200;
/** A file with more tests than this is read in its output. */
const MOST_NODES = 1_000;

/** What Node writes above a difference. */
const LEGEND = '+ actual - expected';

const marks: Readonly<Record<TestStatus, string>> = {
  passed: '✔',
  failed: '×',
  skipped: '–',
  todo: '○',
};

/**
 * The tests of a run as a tree, each failure with its message and the way to its line.
 * @param files of the example, which a place may be in
 */
export function testView(report: TestReport, files: readonly string[]): readonly Branch[] {
  const failures = [...report.failures];
  const drawn = countNodes(report.tree);
  const budget = { left: MOST_NODES };
  return [
    tag('p', { class: 'tests-counts' }, countsText(report.counts)),
    tag('ul', { class: 'tests-tree' }, ...report.tree.flatMap(drawNode)),
    ...sayMissing(report, drawn),
  ];

  function drawNode(node: TestNode): readonly Branch[] {
    if (budget.left <= 0) return [];
    budget.left -= 1;
    const children = node.children.flatMap(drawNode);
    const failure = takeFailure(failures, node);
    return [
      tag(
        'li',
        { class: node.status },
        tag('span', { class: 'mark', 'aria-hidden': 'true' }, marks[node.status]),
        tag('span', { class: 'vh' }, `${node.status}: `),
        visibleLabel(node.name, LONGEST_NAME),
        ...(node.remark === undefined
          ? []
          : [tag('span', { class: 'muted' }, ` ${visibleLabel(node.remark)}`)]),
        tag('span', { class: 'took' }, ` ${durationText(node.duration)}`),
        ...(failure ? drawFailure(failure, files) : []),
        ...(children.length === 0 ? [] : [tag('ul', {}, ...children)]),
      ),
    ];
  }
}

/** `41 passed, 1 failed, 2 skipped of 44` */
export function countsText({ tests, passed, failed, cancelled, ...rest }: TestCounts): string {
  const parts = [
    `${formatQuantity(passed)} passed`,
    `${formatQuantity(failed)} failed`,
    ...Object.entries({ cancelled, skipped: rest.skipped, 'to do': rest.todo }).flatMap(
      ([word, count]) => (count === 0 ? [] : [`${formatQuantity(count)} ${word}`]),
    ),
  ];
  return `${parts.join(', ')} of ${formatQuantity(tests)}`;
}

function drawFailure(failure: Failure, files: readonly string[]): readonly Branch[] {
  const place = placeOf(failure, files);
  const link =
    place === undefined
      ? []
      : [
          tag(
            'button',
            {
              type: 'button',
              class: 'btn bare tests-place',
              'data-file': place.file,
              'data-line': place.line,
              'data-column': place.column,
            },
            `${place.file}:${place.line}`,
          ),
        ];
  const lines = visibleText(failure.message).split('\n');
  const colored = lines.flatMap((line, index) => [index === 0 ? '' : '\n', drawLine(line)]);
  const name = `Failure of ${visibleLabel(failure.name)}`;
  return [tag('pre', { tabindex: 0, role: 'region', 'aria-label': name }, ...colored), ...link];
}

/** A line of a difference keeps its sign, and gets a color beside. */
function drawLine(line: string): Branch {
  if (line === LEGEND) return line;
  if (/^\+(?: |$)/.test(line)) return tag('span', { class: 'actual' }, line);
  return /^-(?: |$)/.test(line) ? tag('span', { class: 'expected' }, line) : line;
}

/** Duration and name together name one test; of two alike, the first that is left. */
function takeFailure(
  failures: Failure[],
  { name, duration, children }: TestNode,
): Failure | undefined {
  if (children.length > 0) return undefined;
  const at = failures.findIndex((one) => one.name === name && one.duration === duration);
  return at < 0 ? undefined : failures.splice(at, 1)[0];
}

function durationText(duration: string): string {
  const ms = Number.parseFloat(duration);
  if (!Number.isFinite(ms)) return '';
  return ms < 1 ? '<\u20091\u00a0ms' : `${Math.round(ms)}\u00a0ms`;
}

/** The program's own lines can hide those of the report: then the panel says so. */
function sayMissing({ counts }: TestReport, drawn: number): readonly Branch[] {
  const all = counts.tests + counts.suites;
  if (drawn === all && drawn <= MOST_NODES) return [];
  const shown = formatQuantity(Math.min(drawn, MOST_NODES));
  const text = `Shown are ${shown} of ${formatQuantity(all)} tests and suites; the output has the whole report.`;
  return [tag('p', { class: 'label' }, text)];
}
