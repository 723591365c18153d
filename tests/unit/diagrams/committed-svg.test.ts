import { describe, expect, it } from 'vitest';
import { committedSvg } from '../../../src/ui/diagram/committed-svg.ts';
import { fingerprint } from '../../../src/ui/diagram/fingerprint.ts';

const source = 'stateDiagram-v2\n  [*] --> a\n';
const svgFor = (text: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" data-fingerprint="${fingerprint(text)}" class="dia"><rect/></svg>\n`;

describe('committedSvg', () => {
  it('gives the drawing without namespace and fingerprint', () => {
    expect(committedSvg('a/b', source, svgFor(source))).toBe('<svg class="dia"><rect/></svg>');
  });

  it.each([
    ['no source', undefined, svgFor(source), 'a/b.mmd does not exist'],
    ['no drawing', source, undefined, 'a/b.svg is missing: run npm run diagrams'],
    [
      'a changed source',
      `${source}  a --> b\n`,
      svgFor(source),
      'a/b.svg is stale: run npm run diagrams',
    ],
    ['a drawing without fingerprint', source, '<svg></svg>', 'a/b.svg is stale'],
  ])('refuses %s and says what to do', (_, mmd, svg, message) => {
    expect(() => committedSvg('a/b', mmd, svg)).toThrow(message);
  });

  it('does not mind the line endings of a checkout', () => {
    const windows = source.replaceAll('\n', '\r\n');
    expect(committedSvg('a/b', windows, svgFor(source))).toContain('<rect/>');
  });
});
