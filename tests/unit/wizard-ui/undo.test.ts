import { describe, expect, it } from 'vitest';
import { editNumber, pickOption, settleNumber } from '../../../src/wizard/ui/edits.ts';
import { initialState, pinDecision } from '../../../src/wizard/ui/state.ts';
import {
  changeInWords,
  noSteps,
  noted,
  steppedBack,
  steppedForward,
} from '../../../src/wizard/ui/undo.ts';

const one = pickOption(initialState, 'availability', '99.99');
const two = pinDecision(one, 'style', 'microservices');

describe('undo', () => {
  it('goes back step by step, and forward again', () => {
    const steps = noted(noted(noSteps, initialState, one), one, two);
    const first = steppedBack(steps, two.wizard);
    expect(first?.wizard).toEqual(one.wizard);
    const second = first && steppedBack(first.steps, first.wizard);
    expect(second?.wizard).toEqual(initialState.wizard);
    expect(second && steppedBack(second.steps, second.wizard)).toBeUndefined();
    const again = second && steppedForward(second.steps, second.wizard);
    expect(again?.wizard).toEqual(one.wizard);
  });

  it('forgets what was taken back once something else is changed', () => {
    const back = steppedBack(noted(noSteps, initialState, one), one.wizard);
    const steps = back && noted(back.steps, initialState, two);
    expect(steps && steppedForward(steps, two.wizard)).toBeUndefined();
  });

  it('notes no step where nothing changed', () => {
    expect(noted(noSteps, one, { ...one, wizard: { ...one.wizard } })).toEqual(noSteps);
  });

  it('takes what is typed in one go as one step, and a second go as another', () => {
    const a = editNumber(initialState, 'engineers', '1');
    const b = editNumber(a, 'engineers', '12');
    const left = settleNumber(b, 'engineers');
    const c = editNumber(left, 'engineers', '125');
    const once = noted(noted(noSteps, initialState, a), a, b);
    expect(once.back).toHaveLength(1);
    expect(noted(noted(once, b, left), left, c).back).toHaveLength(2);
  });

  it('says what it changes', () => {
    expect(changeInWords(initialState.wizard, one.wizard)).toMatch(/^“.+”$/);
    expect(changeInWords(one.wizard, two.wizard)).toBe('the pin of style');
    expect(changeInWords(initialState.wizard, two.wizard)).toMatch(/ and 1 more$/);
  });
});
