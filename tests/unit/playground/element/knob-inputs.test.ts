// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  followKnob,
  knobProblem,
  prepareKnobs,
  readKnobs,
  resetKnobs,
  setKnobs,
} from '../../../../playground/element/knob-inputs.ts';

let block: HTMLElement;

beforeEach(() => {
  const markup = `<div id="block">
    <div class="knob"><label for="a">open time</label>
      <input type="number" min="1" max="15" step="1" value="4" data-knob-typed>
      <input type="range" id="a" name="OPEN_S" min="1" max="15" step="1" value="4" data-unit="s"></div>
    <div class="knob"><label for="b">call timeout</label>
      <input type="number" min="0.5" max="6" step="0.5" value="3" data-knob-typed>
      <input type="range" id="b" name="CALL_TIMEOUT_S" min="0.5" max="6" step="0.5" value="3" data-unit="s"></div>
  </div>`;
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(markup, 'text/html').body.children,
  );
  block = document.querySelector<HTMLElement>('#block') as HTMLElement;
});

function input(selector: string): HTMLInputElement {
  const found = block.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`nothing fits ${selector}`);
  return found;
}

const field = (): HTMLInputElement => input('[data-knob-typed]');
const slider = (): HTMLInputElement => input('#a');

describe('a knob', () => {
  it('has a tick where its default stands', () => {
    prepareKnobs(block);
    const place = Number(input('#a').parentElement?.style.getPropertyValue('--start'));
    expect(place).toBeCloseTo(3 / 14, 6);
  });

  it('says its value with its unit from the first', () => {
    prepareKnobs(block);
    expect(slider().getAttribute('aria-valuetext')).toMatch(/^4.s$/);
  });

  it('gives every variable, and types those that were changed', () => {
    setKnobs(block, { OPEN_S: 9 });
    expect(readKnobs(block)).toEqual({
      env: { OPEN_S: '9', CALL_TIMEOUT_S: '3' },
      typed: 'OPEN_S=9 ',
    });
  });

  it('keeps field and slider alike, and says the value with its unit', () => {
    slider().value = '7';
    expect(followKnob(slider())).toBe(true);
    expect(field().value).toBe('7');
    field().value = '2';
    expect(followKnob(field())).toBe(true);
    expect(slider().value).toBe('2');
    expect(slider().getAttribute('aria-valuetext')).toMatch(/^2.s$/);
  });

  it.each(['99', '0', '', '2.5'])('is not set by "%s", and says what may be typed', (typed) => {
    field().value = typed;
    expect(followKnob(field())).toBe(false);
    expect(slider().value).toBe('4');
    expect(knobProblem(block)).toMatch(/^open time: type a number from 1 to 15.s\.$/);
  });

  it('names its steps where they are not whole', () => {
    input('.knob:nth-child(2) [data-knob-typed]').value = '0.7';
    expect(knobProblem(block)).toMatch(/^call timeout: .* from 0\.5 to 6.s, in steps of 0\.5.s\.$/);
  });

  it('goes back to its default, and takes its problem along', () => {
    setKnobs(block, { OPEN_S: 9, CALL_TIMEOUT_S: 1 });
    field().value = '99';
    resetKnobs(block);
    expect(readKnobs(block).typed).toBe('');
    expect(field().value).toBe('4');
    expect(knobProblem(block)).toBe('');
  });
});
