import { describe, expect, it } from 'vitest';
import { toMarkup } from '../../../../playground/panels/markup/to-markup.ts';
import { tag } from '../../../../playground/panels/markup/tree.ts';

describe('toMarkup', () => {
  it('escapes texts and values', () => {
    const hostile = '"><script>alert(1)</script>&';
    expect(toMarkup([tag('text', { 'aria-label': hostile }, hostile)])).toBe(
      '<text aria-label="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;">' +
        '"&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;</text>',
    );
  });

  it('writes a true attribute without a value, and no attribute that is false or absent', () => {
    const attributes = { open: true, hidden: false, class: undefined, y: 0 };
    expect(toMarkup([tag('details', attributes)])).toBe('<details open y="0"></details>');
  });

  it('keeps white space, and closes what holds nothing', () => {
    expect(toMarkup([tag('pre', {}, ' a\n  b '), tag('rect', { x: '1%' }), tag('td', {})])).toBe(
      '<pre> a\n  b </pre><rect x="1%"/><td></td>',
    );
  });
});
