import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Branch } from '../../../playground/panels/markup/tree.ts';
import { toMarkup } from '../../../playground/panels/markup/to-markup.ts';
import { highlight, languageOf } from '../../../src/patterns/highlight.ts';

const textOf = (branch: Branch): string =>
  typeof branch === 'string' ? branch : branch.children.map(textOf).join('');

describe('highlighted code', () => {
  it('knows keywords, strings, numbers and comments, and nothing else', async () => {
    const code = "const n: number = 3; // three\nreturn `at ${n} ms` + '<b>';";
    expect(toMarkup(await highlight(code, 'typescript'))).toBe(
      '<span class="k">const</span> n: <span class="k">number</span> = ' +
        '<span class="m">3</span>; <span class="c">// three</span>\n' +
        '<span class="k">return </span><span class="s">`at </span>${n}<span class="s"> ms`</span>' +
        ' + <span class="s">\'&lt;b&gt;\'</span>;',
    );
  });

  it('changes no character of a file', async () => {
    const code = await readFile('src/patterns/highlight.ts', 'utf8');
    expect((await highlight(code, 'typescript')).map(textOf).join('')).toBe(code);
  });
});

describe('a contract', () => {
  it('has its keys, texts and numbers apart, and its text as it is', async () => {
    const yaml = "openapi: 3.1.0 # which\npaths:\n  /orders:\n    limit: 20\n    note: 'a text'\n";
    const branches = await highlight(yaml, languageOf('openapi.yaml'));
    expect(branches.map(textOf).join('')).toBe(yaml);
    const markup = toMarkup(branches);
    expect(markup).toContain('<span class="k">paths</span>');
    expect(markup).toContain('<span class="m">20</span>');
    expect(markup).toContain(`<span class="s">'a text'</span>`);
    expect(markup).toContain('<span class="c"># which</span>');
  });

  it('of messages has its keywords, numbers and comments apart', async () => {
    const proto = 'message Route {\n  uint32 meters = 1; // all of it\n}\n';
    const branches = await highlight(proto, languageOf('depot.proto'));
    expect(branches.map(textOf).join('')).toBe(proto);
    const markup = toMarkup(branches);
    expect(markup).toContain('<span class="k">message</span>');
    expect(markup).toContain('<span class="m">1</span>');
    expect(markup).toContain('<span class="c">// all of it</span>');
  });
});
