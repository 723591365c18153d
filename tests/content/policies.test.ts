/** Each page's policy lets through its own inline scripts and styles, and no other. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { pageKinds } from '../../scripts/build/page-kinds.ts';
import { hashOf, inlineCodeOf } from '../../scripts/csp/inline-code.ts';
import { additionsFor, type PageKind } from '../../scripts/csp/page-kinds.ts';
import {
  attributeOf,
  elementsOf,
  parseHtml,
  type HtmlDocument,
} from '../../scripts/html/document.ts';
import { builtPages } from '../../scripts/html/pages.ts';

const pages = await builtPages(resolve(process.env['SITE_DIR'] ?? 'dist'));

/** The hashes that a page's policy allows for scripts and for styles. */
function allowedBy(document: HtmlDocument): Record<string, string[]> {
  const metas = [...elementsOf(document)].filter(
    (element) => attributeOf(element, 'http-equiv') === 'Content-Security-Policy',
  );
  const policy = metas.map((element) => attributeOf(element, 'content') ?? '').join('; ');
  const sources = (name: string): string[] =>
    new RegExp(`(?:^|; )${name} ([^;]*)`).exec(policy)?.[1]?.split(' ') ?? [];
  const hashes = (name: string): string[] =>
    sources(name).filter((one) => one.startsWith("'sha256-"));
  return {
    policies: [String(metas.length)],
    script: hashes('script-src'),
    style: hashes('style-src'),
  };
}

/** The hashes that it needs: its own code, and what its elements need besides. */
function neededBy(document: HtmlDocument, kinds: readonly PageKind[]): Record<string, string[]> {
  const inline = inlineCodeOf(document);
  const own = (kind: 'script' | 'style'): string[] =>
    inline.filter((code) => code.kind === kind).map(({ hash }) => `'${hash}'`);
  const frame = (additionsFor(document, kinds)['script-src'] ?? []).filter((one) =>
    one.startsWith("'sha256-"),
  );
  return { policies: ['1'], script: [...own('script'), ...frame], style: own('style') };
}

const sorted = (hashes: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(hashes).map(([name, all]) => [name, [...new Set(all)].sort()]));

test('a hash too many is seen, and one too few', () => {
  const page = (scripts: string): HtmlDocument =>
    parseHtml(
      `<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${hashOf('a()')}'; style-src 'self'"></head>${scripts}`,
    );
  const differs = (scripts: string): boolean =>
    JSON.stringify(sorted(allowedBy(page(scripts)))) !==
    JSON.stringify(sorted(neededBy(page(scripts), [])));
  expect(differs('<script>a()</script>')).toBe(false);
  expect(differs('')).toBe(true);
  expect(differs('<script>a()</script><script>b()</script>')).toBe(true);
});

test.each(pages)('$pathname allows exactly its own code', async ({ file }) => {
  const document = parseHtml(await readFile(file, 'utf8'));
  expect(sorted(allowedBy(document))).toEqual(sorted(neededBy(document, await pageKinds())));
});
