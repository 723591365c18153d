import type { CallEvent, CallOutcome, ValueEvent } from '../../lab/trace.ts';
import { segmentsOf, stripsOf } from '../drawing/strips.ts';
import type { TraceRun, TraceRuns } from '../drawing/trace-runs.ts';
import { formatQuantity, formatTime } from '../format.ts';
import { tag, type Branch } from '../markup/tree.ts';
import { groupedTable, groupOf, type Group } from './grouped-table.ts';

const outcomeHeadings: Readonly<Record<CallOutcome, string>> = {
  answered: 'answered',
  fallback: 'fallback',
  failed: 'failed',
  'timed-out': 'no answer in time',
};

/**
 * What the drawings show, as tables behind a line that opens them: calls, states and
 * numbers of each run. None where there is nothing to list.
 */
export function traceTables({ runs, durationMs }: TraceRuns): readonly Branch[] {
  const tables = [
    ...callTable(runs),
    ...groupedTable(
      'States',
      ['Of', 'State', 'From', 'To'],
      runs.map((run) => stateGroup(run, durationMs)),
    ),
    ...groupedTable('Numbers', ['Number', 'Least', 'Most', 'At the end'], runs.map(valueGroup)),
  ];
  if (tables.length === 0) return [];
  const summary = tag('summary', {}, 'The drawings as tables');
  return [tag('details', { class: 'trace-tables' }, summary, ...tables)];
}

function callTable(runs: readonly TraceRun[]): readonly Branch[] {
  const seen = new Set(runs.flatMap(({ calls }) => calls.map(({ outcome }) => outcome)));
  const outcomes = (Object.keys(outcomeHeadings) as CallOutcome[]).filter((one) => seen.has(one));
  const headings = ['From → to', ...outcomes.map((one) => outcomeHeadings[one]), 'slowest'];
  return groupedTable(
    'Calls',
    headings,
    runs.map((run) => routeGroup(run, outcomes)),
  );
}

function routeGroup({ title, calls }: TraceRun, outcomes: readonly CallOutcome[]): Group {
  const routes = Map.groupBy(calls, ({ from, to }) => `${from} → ${to}`);
  return groupOf(title, [...routes], ([route, ofRoute]) => [
    route,
    ...outcomes.map((outcome) => formatQuantity(countOf(ofRoute, outcome))),
    formatTime(ofRoute.reduce((most, call) => Math.max(most, call.endMs - call.startMs), 0)),
  ]);
}

function countOf(calls: readonly CallEvent[], outcome: CallOutcome): number {
  return calls.reduce((count, call) => count + (call.outcome === outcome ? 1 : 0), 0);
}

function stateGroup(run: TraceRun, durationMs: number): Group {
  const segments = stripsOf([run]).kept.flatMap((of) =>
    segmentsOf(run, of, durationMs).kept.map((segment) => ({ of, ...segment })),
  );
  return groupOf(run.title, segments, ({ of, state, fromMs, toMs }) => [
    of,
    state,
    formatTime(fromMs),
    formatTime(toMs),
  ]);
}

function valueGroup({ title, values }: TraceRun): Group {
  const series = Map.groupBy(values, (event) => event.series);
  return groupOf(title, [...series], ([name, ofSeries]) => valueRow(name, ofSeries));
}

function valueRow(name: string, values: readonly ValueEvent[]): readonly string[] {
  let [least, most, last] = [Infinity, -Infinity, 0];
  for (const { value } of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
    last = value;
  }
  const unit = values[0]?.unit;
  return [name, ...[least, most, last].map((value) => formatQuantity(value, unit))];
}
