// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TraceEvent } from '../../../../playground/lab/trace.ts';
import { ScrubBar } from '../../../../playground/panels/scrub/scrub-bar.ts';

const markup = '<div data-part="scrub"><div class="scrub"></div><div id="drawings"></div></div>';
const eventsOf = (title: string): readonly TraceEvent[] => [
  { kind: 'run', run: 'a', title, durationMs: 10_000 },
  { kind: 'state', run: 'a', of: 'breaker', state: 'open', tone: 'blocked', atMs: 4000 },
];

let root: HTMLElement;
let drawings: HTMLElement;
const recorded = vi.fn(() => Promise.resolve(eventsOf('Recorded')));

beforeEach(() => {
  recorded.mockClear();
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(markup, 'text/html').body.children,
  );
  root = document.querySelector<HTMLElement>('[data-part=scrub]') as HTMLElement;
  drawings = document.querySelector<HTMLElement>('#drawings') as HTMLElement;
});

const slider = (): HTMLInputElement => root.querySelector('input') as HTMLInputElement;
function moveTo(value: number): void {
  slider().value = String(value);
  slider().dispatchEvent(new Event('input', { bubbles: true }));
}
const words = (): string | null => slider().getAttribute('aria-valuetext');

describe('the scrubber', () => {
  it('tells a moment of the recorded run, fetched when it is first moved', async () => {
    new ScrubBar(root, drawings, recorded);
    expect(recorded).not.toHaveBeenCalled();
    moveTo(100);
    await expect.poll(words).toBe('5\u00a0s. Recorded: breaker open, 0 calls in flight.');
    expect(drawings.classList.contains('at-moment')).toBe(true);
    expect(drawings.style.getPropertyValue('--moment')).toBe('50%');
    expect(root.textContent).toContain('at 5\u00a0s');
    moveTo(200);
    await expect.poll(words).toBe('the whole run');
    expect(drawings.classList.contains('at-moment')).toBe(false);
    expect(root.querySelector('.scrub-runs')?.textContent).toBe('');
  });

  it('stays at its place when other events are drawn', async () => {
    const bar = new ScrubBar(root, drawings, recorded);
    bar.drawn(eventsOf('Mine'));
    moveTo(40);
    await expect.poll(words).toBe('2\u00a0s. Mine: 0 calls in flight.');
    bar.drawn(eventsOf('Other'));
    await expect.poll(words).toBe('2\u00a0s. Other: 0 calls in flight.');
    expect(recorded).not.toHaveBeenCalled();
  });

  it('says that the recorded run did not load, and tries again', async () => {
    recorded.mockRejectedValueOnce(new Error('offline'));
    new ScrubBar(root, drawings, recorded);
    moveTo(100);
    await expect.poll(() => root.textContent).toContain('not loaded: check the connection');
    moveTo(101);
    await expect.poll(words).toContain('Recorded');
  });

  it('offers no play where motion is not wanted', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    new ScrubBar(root, drawings, recorded);
    expect(root.querySelector<HTMLElement>('[data-part=scrub-play]')?.hidden).toBe(true);
  });
});
