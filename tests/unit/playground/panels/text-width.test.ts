import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  labelClass,
  textWidth,
  widthFor,
} from '../../../../playground/panels/drawing/text-width.ts';

describe('widthFor', () => {
  it('says from which width on a label has room, and where it never has', () => {
    expect(widthFor(20, 0.1)).toBe(0);
    expect(widthFor(40, 0.1)).toBe(400);
    expect(widthFor(81, 0.1)).toBeUndefined();
  });
});

describe('textWidth', () => {
  it('counts wide letters wide and narrow ones narrow', () => {
    expect(textWidth('mmm')).toBeGreaterThan(textWidth('nnn'));
    expect(textWidth('iii')).toBeLessThan(textWidth('nnn'));
  });
});

describe('labelClass', () => {
  it('has a rule in the style sheet for every class that it may give', async () => {
    const css = await readFile('src/styles/trace.css', 'utf8');
    const given = Array.from({ length: 60 }, (_, index) => widthFor(20, 0.1 - index * 0.0015));
    const widths = new Set(given.filter((width) => width !== undefined && width > 0));
    expect(widths.size).toBe(8);
    for (const width of widths) {
      expect(labelClass(width as 280, width as 280)).toBe(`from-${width} until-${width}`);
      expect(css).toMatch(
        new RegExp(`max-width: ${Number(width) - 1}\\.98px\\) \\{\\s+\\.trace \\.from-${width} `),
      );
      expect(css).toMatch(
        new RegExp(`min-width: ${width}px\\) \\{\\s+\\.trace \\.until-${width} `),
      );
    }
  });
});
