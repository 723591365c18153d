import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrokenLinks } from '../../../../scripts/links/broken-links.ts';
import { readPage } from '../../../../scripts/links/read-page.ts';

let root: string;
const target = '<h2 id="there">There</h2>';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'links-'));
  mkdirSync(join(root, 'b'));
  writeFileSync(join(root, 'index.html'), '');
  writeFileSync(join(root, 'b/index.html'), target);
  writeFileSync(join(root, 'a.png'), '');
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

test.each([
  ['<a href="/b/">x</a>', undefined],
  ['<a href="/b/#there">x</a>', undefined],
  ['<a href="/b/#there~s=small&n=3">x</a>', undefined],
  ['<a href="/b/#~s=small">x</a>', undefined],
  ['<a href="#here" id="here">x</a>', undefined],
  ['<a href="https://example.org/gone">x</a>', undefined],
  ['<a href="mailto:a@example.org">x</a>', undefined],
  ['<img src="/a.png" srcset="/a.png 1x, /c.png 2x">', '/c.png: there is no such file'],
  ['<a href="/b">x</a>', '/b: it should be /b/'],
  ['<a href="/c/">x</a>', '/c/: there is no such file'],
  ['<a href="/b/#gone">x</a>', '/b/#gone: there is no #gone on the page'],
  ['<a href="/b/#gone~s=1">x</a>', '/b/#gone~s=1: there is no #gone on the page'],
  ['<a href="#gone">x</a>', '#gone: there is no #gone on the page'],
])('%s', async (html, problem) => {
  const pages = [readPage('/', html), readPage('/b/', target)];
  const expected = problem === undefined ? [] : [`/ → ${problem}`];
  expect(await findBrokenLinks(root, pages)).toEqual(expected);
});
