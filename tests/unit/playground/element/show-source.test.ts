// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { showSource, sourceEvent } from '../../../../playground/element/show-source.ts';

const markup = `<div class="code-tabs">
    <input type="radio" name="f" value="a.ts" checked><input type="radio" name="f" value="b.test.ts">
  </div>
  <pre tabindex="0" aria-label="a.ts"><code>one</code></pre>
  <pre tabindex="0" aria-label="b.test.ts"><code><span>one
</span>two <b>is</b> here
three</code></pre>
  <button data-file="b.test.ts" data-line="2" data-column="5"></button>`;

let block: HTMLElement;
let link: HTMLElement;

beforeEach(() => {
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(markup, 'text/html').body.children,
  );
  block = document.body;
  link = block.querySelector('button') as HTMLElement;
  for (const code of block.querySelectorAll('pre')) code.scrollIntoView = () => undefined;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

it('opens the file, and selects the line over all that colors it', () => {
  showSource(block, link);
  expect(block.querySelector<HTMLInputElement>('[value="b.test.ts"]')?.checked).toBe(true);
  expect(getSelection()?.toString()).toBe('two is here');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('b.test.ts');
});

it('leaves it to an editor that takes the event', () => {
  let asked: unknown;
  const take = (event: Event): void => {
    asked = (event as CustomEvent).detail;
    event.preventDefault();
  };
  block.addEventListener(sourceEvent, take, { once: true });
  showSource(block, link);
  expect(asked).toEqual({ file: 'b.test.ts', line: 2, column: 5 });
  expect(block.querySelector<HTMLInputElement>('[value="a.ts"]')?.checked).toBe(true);
});

it('does nothing for a file or a line that is not there', () => {
  link.dataset['line'] = '99';
  showSource(block, link);
  link.dataset['file'] = 'none.ts';
  showSource(block, link);
  expect(document.activeElement).toBe(document.body);
});
