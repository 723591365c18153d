// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { patch } from '../../../../playground/panels/markup/patch.ts';
import { toMarkup } from '../../../../playground/panels/markup/to-markup.ts';
import { tag, type Branch } from '../../../../playground/panels/markup/tree.ts';
import { traceView } from '../../../../playground/panels/trace-view.ts';
import { call, figure, runEvent, state } from './events.ts';

let host: HTMLElement;
beforeEach(() => {
  host = document.createElement('div');
});

function marks(...steps: readonly string[]): Branch {
  return tag('svg', {}, tag('g', {}, ...steps.map((x) => tag('use', { href: '#dot', x }))));
}

describe('patch', () => {
  it('moves a mark rather than making a new one', () => {
    patch(host, [marks('1%', '2%')]);
    const [first, second] = host.querySelectorAll('use');
    patch(host, [marks('5%', '6%', '7%')]);
    const moved = [...host.querySelectorAll('use')];
    expect(moved.slice(0, 2)).toEqual([first, second]);
    expect(moved.map((use) => use.getAttribute('x'))).toEqual(['5%', '6%', '7%']);
  });

  it('makes SVG in the namespace of SVG, and HTML in that of HTML', () => {
    patch(host, [marks('1%'), tag('table', {}, tag('caption', {}, 'Calls'))]);
    expect(host.querySelector('use')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(host.querySelector('caption')).toBeInstanceOf(HTMLElement);
  });

  it('removes what is gone: nodes, attributes, texts', () => {
    patch(host, [tag('p', { class: 'a', hidden: true }, 'one ', tag('b', {}, 'two')), 'three']);
    patch(host, [tag('p', {}, 'four')]);
    expect(host.innerHTML).toBe('<p>four</p>');
  });

  it('leaves open what a reader has opened', () => {
    const tables = (text: string): Branch => tag('details', {}, tag('summary', {}, text));
    patch(host, [tables('before')]);
    host.querySelector('details')?.setAttribute('open', '');
    patch(host, [tables('after')]);
    expect(host.innerHTML).toBe('<details open=""><summary>after</summary></details>');
  });

  it('takes text as text', () => {
    patch(host, [tag('p', {}, '<img src=x onerror=alert(1)>')]);
    expect(host.querySelector('img')).toBeNull();
    expect(host.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('finds the same nodes in what the build printed', () => {
    const events = [runEvent(), call(), state(), figure()];
    const printed = new DOMParser().parseFromString(toMarkup(traceView(events)), 'text/html').body;
    const before = [...printed.querySelectorAll('*')];
    patch(printed, traceView(events));
    expect([...printed.querySelectorAll('*')]).toEqual(before);
    expect(before.every((node, index) => printed.querySelectorAll('*')[index] === node)).toBe(true);
  });
});
