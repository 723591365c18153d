import { describe, expect, it } from 'vitest';
import { toMarkup } from '../../../../playground/panels/markup/to-markup.ts';
import { traceTeaser } from '../../../../playground/panels/trace-teaser.ts';
import { traceView } from '../../../../playground/panels/trace-view.ts';
import { call, elements, figure, runEvent, span, state, textOf, value } from './events.ts';

const events = [
  runEvent({ run: 'baseline', title: 'Without it' }),
  span({ run: 'baseline' }),
  call({ run: 'baseline', outcome: 'failed', endMs: 3000 }),
  figure({ run: 'baseline', value: 7 }),
  runEvent(),
  call({ outcome: 'fallback', endMs: 3000 }),
  state(),
  state({ state: 'open', tone: 'blocked', atMs: 5000 }),
  value({ limit: { value: 4, label: 'pool limit 4' } }),
  figure({ value: 2 }),
];

describe('traceView', () => {
  it('draws the runs side by side, then legend, figures and tables', () => {
    const view = traceView(events);
    expect(view.map((branch) => (typeof branch === 'string' ? branch : branch.tag))).toEqual([
      'div',
      'ul',
      'table',
      'details',
    ]);
    expect(elements(view, 'figcaption').map(({ children }) => textOf(children))).toEqual([
      'Without it',
      'With it',
    ]);
  });

  it('tells failure from fallback by shape, and explains only marks that occur', () => {
    const view = traceView(events);
    const shapes = elements(view, 'use').map(({ attributes }) => attributes['href']);
    expect(shapes.slice(0, 2)).toEqual(['#trace-cross', '#trace-diamond']);
    expect(elements(view, 'li').map(({ children }) => textOf(children))).toEqual([
      'failed',
      'fallback',
    ]);
  });

  it('hatches what is blocked, and frames an empty strip where a run has none', () => {
    const markup = toMarkup(traceView(events));
    expect(markup).toContain('<rect class="hatch" x="50%"');
    expect(markup).toContain('class="seg none"');
    expect(markup).toContain('>none</text>');
  });

  it('names the limit that a number must not cross', () => {
    expect(toMarkup(traceView(events))).toContain('>pool limit 4</text>');
  });

  it('is empty where nothing was traced, and has no drawing for figures alone', () => {
    expect(traceView([])).toEqual([]);
    expect(elements(traceView([runEvent(), figure()]), 'svg')).toEqual([]);
  });

  it('takes names as text', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const markup = toMarkup(
      traceView([
        runEvent({ title: hostile }),
        call({ from: hostile, to: hostile }),
        state({ of: hostile, state: hostile }),
        value({ series: hostile, limit: { value: 1, label: hostile } }),
        span({ label: hostile }),
        figure({ label: hostile, note: hostile }),
      ]),
    );
    expect(markup).not.toContain('<img');
  });
});

describe('traceTeaser', () => {
  it('has the first figure beside each title, and no charts or tables', () => {
    const teaser = traceTeaser(events);
    expect(elements(teaser, 'figcaption').map(({ children }) => textOf(children))).toEqual([
      'Without it failed: 7',
      'With it failed: 2',
    ]);
    expect(elements(teaser, 'table')).toEqual([]);
    expect(textOf(teaser)).not.toContain('threads held');
  });
});
