import { describe, expect, it } from 'vitest';
import type { Drawing, Shape } from '../../../scripts/diagrams/drawing.ts';
import { toSvg } from '../../../scripts/diagrams/to-svg.ts';

function drawn(shapes: readonly Shape[], width = 100): string {
  const drawing: Drawing = {
    title: 'States',
    description: 'Goes from a < b to "c"',
    box: { x: 10, y: 20, width, height: 62 },
    shapes,
  };
  return toSvg(drawing, 'breaker-states', '0123456789ab');
}

const line = (className: string, mark: 'arrow' | 'cross'): Shape => ({
  kind: 'path',
  className,
  d: 'M0 0L50 0',
  heads: [{ mark, x: 50, y: 0, angle: 0 }],
});

describe('toSvg', () => {
  it('names and describes the drawing for those who do not see it', () => {
    const svg = drawn([]);
    expect(svg).toContain('role="img" aria-labelledby="breaker-states-t breaker-states-d"');
    expect(svg).toContain('<title id="breaker-states-t">States</title>');
    expect(svg).toContain('Goes from a &lt; b to');
  });

  it('has the size of what is drawn and half a stroke around it', () => {
    expect(drawn([])).toContain('width="6.375rem" height="4rem" viewBox="9 19 102 64"');
  });

  it('keeps the head of a solid line in the same path', () => {
    expect(drawn([line('e', 'arrow')]).match(/<path/g)).toHaveLength(1);
  });

  it('keeps the head of a dashed line solid', () => {
    expect(drawn([line('e dash', 'arrow')])).toMatch(/class="e dash".*class="e"/);
  });

  it('marks a lost message', () => {
    expect(drawn([line('e', 'cross')])).toContain('class="e lost"');
  });

  it('escapes words', () => {
    const text: Shape = { kind: 'text', className: 'h', x: 1, y: 2, text: 'a < b & c' };
    expect(drawn([text])).toContain('<text class="h" x="1" y="2">a &lt; b &amp; c</text>');
  });

  it('refuses what a phone cannot show legibly', () => {
    expect(() => drawn([], 389)).toThrow('is 391 px wide, at most 390 fit');
  });
});
