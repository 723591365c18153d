import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyPolicies } from '../../../../scripts/csp/apply.ts';
import { forbiddenOf, hashOf, inlineCodeOf } from '../../../../scripts/csp/inline-code.ts';
import { insertPolicy } from '../../../../scripts/csp/insert-policy.ts';
import { extendPolicy, policyText } from '../../../../scripts/csp/policy.ts';
import { parseHtml } from '../../../../scripts/html/document.ts';

describe('inline code', () => {
  test('is every script that runs, and every style', () => {
    const found = inlineCodeOf(
      parseHtml(`<script>a</script><script type="module">b</script><script src="x.js"></script>
        <script type="application/json">{}</script><script type="speculationrules">{}</script>
        <style>p{}</style>`),
    );
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([
      ['script', 'a'],
      ['script', 'b'],
      ['script', '{}'],
      ['style', 'p{}'],
    ]);
  });

  test('has the hash a browser computes', () => {
    // Example of https://www.w3.org/TR/CSP3/#external-hash, section 8.2's way of hashing a text.
    expect(hashOf("alert('Hello, world.');")).toBe(
      'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=',
    );
  });

  test('names handlers and script links, which no hash allows', () => {
    const found = forbiddenOf(parseHtml('<p onclick="x()"></p><a href=" javascript:y()">z</a>'));
    expect(found).toEqual(['<p onclick="x()">', '<a href=" javascript:y()">']);
  });
});

describe('a policy', () => {
  test('is extended source by source, each once', () => {
    const both = extendPolicy({ a: ["'self'"] }, { a: ["'self'", 'blob:'], b: ['data:'] });
    expect(policyText(both)).toBe("a 'self' blob:; b data:");
  });

  test('stands right after the encoding, before all it governs', () => {
    const html =
      '<!doctype html><html><head><meta charset="utf-8"><script>a</script></head></html>';
    const written = insertPolicy(html, parseHtml(html), { a: ['b'] });
    expect(written).toMatch(/<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/);
  });

  test('is not written twice', () => {
    const html = '<head><meta charset="utf-8"></head>';
    const once = insertPolicy(html, parseHtml(html), { a: ['b'] });
    expect(() => insertPolicy(once, parseHtml(once), {})).toThrow('has a policy already');
  });
});

describe('a built site', () => {
  let root: string;
  let allowedFile: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'policies-'));
    allowedFile = join(root, 'allowed.json');
    writeFileSync(allowedFile, '{}');
    writeFileSync(
      join(root, 'index.html'),
      '<head><meta charset="utf-8"></head><body><script>ours()</script></body>',
    );
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  test('with a script that nobody allowed stops the build and says what to do', async () => {
    const apply = applyPolicies(root, { kinds: [], allowedFile, acceptInline: false });
    await expect(apply).rejects.toThrow(/not allowed: sha256-.* ours\(\)[\s\S]*--accept-inline/);
  });

  test('gets the hashes of what it carries', async () => {
    await applyPolicies(root, { kinds: [], allowedFile, acceptInline: true });
    expect(readFileSync(join(root, 'index.html'), 'utf8')).toContain(hashOf('ours()'));
    expect(readFileSync(allowedFile, 'utf8')).toContain('on /: ours()');
  });
});
