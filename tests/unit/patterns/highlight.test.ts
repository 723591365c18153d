import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Branch } from '../../../playground/panels/markup/tree.ts';
import { toMarkup } from '../../../playground/panels/markup/to-markup.ts';
import { highlightTypeScript } from '../../../src/patterns/highlight.ts';

const textOf = (branch: Branch): string =>
  typeof branch === 'string' ? branch : branch.children.map(textOf).join('');

describe('highlightTypeScript', () => {
  it('knows keywords, strings, numbers and comments, and nothing else', async () => {
    const code = "const n: number = 3; // three\nreturn `at ${n} ms` + '<b>';";
    expect(toMarkup(await highlightTypeScript(code))).toBe(
      '<span class="k">const</span> n: <span class="k">number</span> = ' +
        '<span class="m">3</span>; <span class="c">// three</span>\n' +
        '<span class="k">return </span><span class="s">`at </span>${n}<span class="s"> ms`</span>' +
        ' + <span class="s">\'&lt;b&gt;\'</span>;',
    );
  });

  it('changes no character of a file', async () => {
    const code = await readFile('src/patterns/highlight.ts', 'utf8');
    expect((await highlightTypeScript(code)).map(textOf).join('')).toBe(code);
  });
});
