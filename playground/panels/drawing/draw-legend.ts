import { tag, type Branch } from '../markup/tree.ts';
import type { Picture } from './picture.ts';
import { symbolOf } from './trace-marks.ts';

const words = {
  answered: 'answered',
  failed: 'failed',
  fallback: 'fallback',
  'timed-out': 'no answer in time',
} as const;

type Entry = keyof typeof words;

/** What the marks mean, each only where it occurs. Everything else says its name where it stands. */
export function drawLegend({ runs }: Picture): readonly Branch[] {
  const seen = new Set<Entry>();
  for (const { marks } of runs) {
    for (const lane of marks) {
      for (const { outcome } of [...lane.marks, ...lane.stays]) seen.add(outcome);
    }
  }
  const entries = (Object.keys(words) as Entry[]).filter((entry) => seen.has(entry));
  if (entries.length === 0) return [];
  const items = entries.map((entry) => tag('li', {}, drawSample(entry), words[entry]));
  return [tag('ul', { class: 'trace-legend' }, ...items)];
}

function drawSample(entry: Entry): Branch {
  if (entry === 'timed-out') {
    const bar = tag('path', { class: 'stay timed-out', d: 'M0 5H19' });
    return tag('svg', { width: 19, height: 10, 'aria-hidden': 'true' }, bar);
  }
  const mark = tag('use', { href: symbolOf[entry], x: 5, y: 5 });
  const group = tag('g', { class: 'marks' }, mark);
  return tag('svg', { width: 10, height: 10, 'aria-hidden': 'true' }, group);
}
