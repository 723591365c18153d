// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawInFrame } from '../../../src/wizard/ui/drawings/draw-in-frame.ts';
import { drawings } from '../../../src/wizard/ui/drawings/drawings.ts';
import { showsDark, whenThemeChanges } from '../../../src/wizard/ui/drawings/theme.ts';
import { make, rich } from '../wizard/artefact-cases.ts';

const plain = make({ answers: {}, pins: {} });

describe('the drawings of a result', () => {
  it.each([plain, rich])('name in words everybody who uses it and all it uses', (made) => {
    const { architecture } = made;
    const [context] = drawings(made);
    const words = context?.words.join('\n');
    expect(context?.words).toHaveLength(
      architecture.actors.length + architecture.dependencies.length,
    );
    for (const { name } of architecture.actors) expect(words).toContain(`${name} uses`);
    for (const { label } of architecture.dependencies) expect(words).toContain(`uses ${label}`);
  });

  it('tell every step of the key sequence in words, and no internal name', () => {
    const sequence = drawings(rich)[1];
    expect(sequence?.source).toContain('sequenceDiagram');
    const arrows = sequence?.source.match(/^ +n_\w+(?:->>|-->>|-\))/gmu) ?? [];
    const told = sequence?.words.filter((line) =>
      / (?:calls|answers|sends a message to) /.test(line),
    );
    expect(arrows.length).toBeGreaterThan(3);
    expect(told).toHaveLength(arrows.length);
    expect(sequence?.words.join('\n')).not.toMatch(/\bn_/);
  });
});

describe('drawing in a frame', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('ends after its time limit, and leaves no frame, no timer and no listener', async () => {
    const listened = vi.spyOn(globalThis, 'addEventListener');
    const drawn = expect(drawInFrame({ source: 'flowchart TB', isDark: false })).rejects.toThrow(
      'it took more than 20 seconds.',
    );
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(20_000);
    await drawn;
    expect(document.querySelectorAll('iframe')).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
    const options = listened.mock.calls.find(([type]) => type === 'message')?.[2];
    expect(options).toMatchObject({ signal: { aborted: true } });
  });

  it('ends at once where the page of the frame is not the one that draws', async () => {
    const drawn = expect(drawInFrame({ source: 'flowchart TB', isDark: false })).rejects.toThrow(
      'did not load',
    );
    document.querySelector('iframe')?.dispatchEvent(new Event('load'));
    await drawn;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the theme', () => {
  let systemIsDark = false;
  beforeEach(() => {
    vi.stubGlobal('matchMedia', () => ({
      matches: systemIsDark,
      addEventListener: () => undefined,
    }));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    delete document.documentElement.dataset['scheme'];
  });

  it.each([
    [undefined, false, false],
    [undefined, true, true],
    ['light', true, false],
    ['dark', false, true],
  ])('chosen %s, where the system is dark %s, shows dark %s', (chosen, dark, shown) => {
    systemIsDark = dark;
    if (chosen !== undefined) document.documentElement.dataset['scheme'] = chosen;
    expect(showsDark()).toBe(shown);
  });

  it('is told of when the reader changes it', async () => {
    const changed = vi.fn();
    whenThemeChanges(changed);
    document.documentElement.dataset['scheme'] = 'dark';
    await vi.waitFor(() => {
      expect(changed).toHaveBeenCalledOnce();
    });
  });
});
