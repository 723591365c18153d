import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { findOrphans, findSources } from '../../scripts/diagrams/committed.ts';
import { widthLimit } from '../../scripts/diagrams/to-svg.ts';

const root = join(import.meta.dirname, '../..');
const sources = await findSources(root);
const meanBytesLimit = 1800;

describe('committed diagrams', () => {
  let stylesheet = '';
  beforeAll(async () => {
    stylesheet = await readFile(join(root, 'src/styles/diagram.css'), 'utf8');
  });

  it('belong to their sources (else: npm run diagrams)', () => {
    expect(sources.filter((one) => one.isStale).map((one) => one.svgPath)).toEqual([]);
  });

  it('have a source', async () => {
    expect(await findOrphans(root)).toEqual([]);
  });

  it.each(sources.map((one) => one.svgPath))(
    '%s leaves its looks to the stylesheet',
    async (path) => {
      const svg = await readFile(join(root, path), 'utf8');
      expect(svg).not.toMatch(
        /<(style|script|foreignObject|image|use)\b| style=| on\w+=|#[0-9a-f]{3}/i,
      );
      const classes = new Set(
        [...svg.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => (names ?? '').split(' ')),
      );
      const unstyled = [...classes].filter((name) => !new RegExp(`\\.${name}\\b`).test(stylesheet));
      expect(unstyled).toEqual([]);
    },
  );

  it.each(sources.map((one) => one.svgPath))('%s is legible on a phone', async (path) => {
    const svg = await readFile(join(root, path), 'utf8');
    const width = Number(/viewBox="\S+ \S+ (\S+)/.exec(svg)?.[1]);
    expect(width).toBeLessThanOrEqual(widthLimit);
  });

  it('are small: compressed, the mean page pays less than two kilobytes for one', async () => {
    const texts = await Promise.all(sources.map((one) => readFile(join(root, one.svgPath))));
    const bytes = texts.map((text) => brotliCompressSync(text).length);
    const mean = bytes.reduce((sum, one) => sum + one, 0) / Math.max(1, bytes.length);
    expect(mean).toBeLessThanOrEqual(meanBytesLimit);
  });
});
