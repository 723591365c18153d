import type { CallEvent, CallOutcome, SpanEvent, ValueEvent } from '../../lab/trace.ts';
import { formatQuantity, formatTime } from '../format.ts';
import type { ChartPanel, Layout } from './layout.ts';
import { LIMITS } from './limits.ts';
import { segmentsOf } from './strips.ts';
import type { TraceRun } from './trace-runs.ts';

const outcomeWords: Readonly<Record<CallOutcome, string>> = {
  answered: 'answered',
  fallback: 'answered by fallback',
  failed: 'failed',
  'timed-out': 'without an answer in time',
};

/** In a sentence, a strip that changes more often than this says only how often. */
const MOST_STATES = 8;

/**
 * What a drawing shows, in words, for those who do not see it: title, spans, how the calls of each
 * lane ended, states, and the greatest value of each number. It counts all calls, drawn or not.
 */
export function findingOf(run: TraceRun, layout: Layout, durationMs: number): string {
  const sentences = [
    run.title,
    ...run.spans.slice(0, LIMITS.spans).map(spanWords),
    ...layout.lanes.map(({ name }) => callWords(name, run.calls)),
    ...layout.strips.map(({ name }) => stateWords(name, run, durationMs)),
    ...layout.charts.map((panel) => valueWords(panel, run.values)),
  ];
  return sentences
    .filter((sentence) => sentence !== undefined)
    .map((one) => `${one}.`)
    .join(' ');
}

function spanWords({ label, startMs, endMs }: SpanEvent): string {
  return `${label} from ${formatTime(startMs)} to ${formatTime(endMs)}`;
}

function callWords(lane: string, calls: readonly CallEvent[]): string | undefined {
  const counts = new Map<CallOutcome, number>();
  let all = 0;
  for (const { to, outcome } of calls) {
    if (to !== lane) continue;
    all += 1;
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  if (all === 0) return `${lane}: not called`;
  const ends = (Object.keys(outcomeWords) as CallOutcome[])
    .filter((outcome) => counts.has(outcome))
    .map((outcome) => `${formatQuantity(counts.get(outcome) ?? 0)} ${outcomeWords[outcome]}`);
  return `${lane}: of ${formatQuantity(all)} ${all === 1 ? 'call' : 'calls'} ${ends.join(', ')}`;
}

function stateWords(of: string, run: TraceRun, durationMs: number): string | undefined {
  const { kept: segments, leftOut } = segmentsOf(run, of, durationMs);
  if (segments.length === 0) return undefined;
  if (segments.length > MOST_STATES) {
    return `${of}: ${formatQuantity(segments.length + leftOut - 1)} changes of state`;
  }
  const words = segments.map(({ state, fromMs }, index) =>
    index === 0 && fromMs === 0 ? state : `${state} from ${formatTime(fromMs)}`,
  );
  return `${of}: ${words.join(', ')}`;
}

function valueWords({ chart }: ChartPanel, values: readonly ValueEvent[]): string | undefined {
  let most = -Infinity;
  let limit: ValueEvent['limit'];
  for (const event of values) {
    if (event.series !== chart.series) continue;
    most = Math.max(most, event.value);
    limit = event.limit ?? limit;
  }
  if (most === -Infinity) return undefined;
  const against = limit === undefined ? '' : `, ${limit.label}`;
  return `${chart.series}: at most ${formatQuantity(most, chart.unit)}${against}`;
}
