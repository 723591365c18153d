import { html, nothing, svg } from 'lit-html';
import { expect, test } from 'vitest';
import { staticMarkup } from '../../../src/blueprints/static-markup.ts';

test('escapes texts and attributes', () => {
  const hostile = '"><script>&';
  const safe = '&quot;&gt;&lt;script&gt;&amp;';
  expect(staticMarkup(html`<p title=${hostile} class="a ${hostile}">${hostile}</p>`)).toBe(
    `<p title="${safe}" class="a ${safe}">${safe}</p>`,
  );
});

test('writes lists and views within views, and nothing for nothing', () => {
  const view = html`<ul id=${nothing}>
    ${[1, 2].map((n) => html`<li>${n}</li>`)}${nothing}
  </ul>`;
  expect(staticMarkup(view).replaceAll(/\s*\n\s*/g, '')).toBe('<ul><li>1</li><li>2</li></ul>');
  expect(staticMarkup(svg`<g>${svg`<path d=${'M0 0'}></path>`}</g>`)).toBe(
    '<g><path d="M0 0"></path></g>',
  );
});

test('refuses what it cannot write', () => {
  expect(() => staticMarkup(html`<p>${{ a: 1 }}</p>`)).toThrow('of the type object');
});
