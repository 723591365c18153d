import { describe, expect, it } from 'vitest';
import { decisionIds } from '../../../src/wizard/model/decisions.ts';
import { questions, quickPath } from '../../../src/wizard/questions/questions.ts';
import { parseAddress } from '../../../src/wizard/ui/address.ts';
import { answerNotSure } from '../../../src/wizard/ui/answering.ts';
import { editNumber, pickOption, settleNumber } from '../../../src/wizard/ui/edits.ts';
import { effectInWords } from '../../../src/wizard/ui/question/effect-model.ts';
import type { FieldModel } from '../../../src/wizard/ui/question/field-model.ts';
import { placeAfter, questionModel } from '../../../src/wizard/ui/question/question-model.ts';
import { goTo, initialState } from '../../../src/wizard/ui/state.ts';

describe('every question', () => {
  it.each(questions.map(({ id }) => id))('%s can be shown, open and not sure', (id) => {
    const open = questionModel(id, goTo(initialState, id));
    expect(open.fields.length).toBeGreaterThan(0);
    expect(open.notSure.text).not.toBe('');
    expect(open.steps.filter((step) => step.isCurrent)).toHaveLength(1);
    const notSure = questionModel(id, answerNotSure(initialState, id, true));
    expect(notSure.notSure.isChosen).toBe(true);
    expect(notSure.effect.changes).toEqual([]);
  });
});

describe('the way', () => {
  it('leads through the quick path to the result', () => {
    const seen = quickPath.map(placeAfter);
    expect(seen).toEqual([...quickPath.slice(1), 'result']);
    expect(placeAfter('telemetry')).toBe('result');
  });

  it('carries the answers in every link', () => {
    const state = pickOption(initialState, 'availability', '99.99');
    const model = questionModel('freshness', state);
    for (const href of [model.backHref, model.resultHref, ...model.open.map((open) => open.href)]) {
      expect(parseAddress(href)).toMatchObject({ ok: true, value: { wizard: state.wizard } });
    }
  });
});

describe('a single choice', () => {
  const options = (fields: readonly FieldModel[]) =>
    fields.flatMap((field) => (field.kind === 'one' ? field.options : []));

  it('marks the default and chooses nothing by itself', () => {
    const rows = options(questionModel('availability', initialState).fields);
    expect(rows.filter((row) => row.isChosen)).toEqual([]);
    expect(rows.filter((row) => row.isDefault).map(({ id }) => id)).toEqual(['99.9']);
  });

  it('names what an answer changes', () => {
    const state = pickOption(initialState, 'availability', '99.99');
    const { effect, fields } = questionModel('availability', state);
    expect(options(fields).find((row) => row.isChosen)?.id).toBe('99.99');
    expect(effect.changes.map(({ title }) => title)).toContain('Rollout');
    expect(effectInWords(effect)).toContain(
      `changes ${effect.changes.length} of ${decisionIds.length} decisions`,
    );
    expect(effect.tensions.flatMap(({ relax }) => relax.map(({ id }) => id))).toContain('running');
  });
});

describe('a number', () => {
  const engineers = (text: string, isLeft: boolean) => {
    const typed = editNumber(initialState, 'engineers', text);
    const state = isLeft ? settleNumber(typed, 'engineers') : typed;
    return questionModel('team', state).fields[0];
  };

  it('says what is wrong only after the reader has left the field', () => {
    expect(engineers('many', false)).toMatchObject({ text: 'many', error: '' });
    expect(engineers('many', true)).toMatchObject({
      text: 'many',
      error: '“many” is not a whole number.',
    });
  });

  it('shows the default as assumed until somebody types', () => {
    const [count, teams] = questionModel(
      'team',
      editNumber(initialState, 'engineers', '12'),
    ).fields;
    expect(count).toMatchObject({ text: '12', isAssumed: false });
    expect(teams).toMatchObject({ text: '1', isAssumed: true });
    expect(questionModel('team', initialState).fields[0]).toMatchObject({
      text: '5',
      error: '',
      isAssumed: true,
    });
  });
});

describe('the sentence for whoever hears the page', () => {
  it('names the conflict that an answer brings', () => {
    const state = pickOption(initialState, 'availability', '99.99');
    expect(effectInWords(questionModel('availability', state).effect)).toContain(
      'It brings 1 tension: Four nines and nobody on call.',
    );
  });
});

describe('"not sure"', () => {
  it.each([
    ['availability', '99.9 %'],
    ['team', '5 engineers and 1 team that wants to release on its own'],
    [
      'dependencies',
      '0 outside systems; the weakest outside system promises: 99.9 %; when an outside system is down: fail with it',
    ],
  ] as const)('of %s says what it takes', (id, text) => {
    expect(questionModel(id, initialState).notSure.text).toBe(text);
  });
});

describe('the open questions', () => {
  it('leave out the one on the screen and stand in order of what they can change', () => {
    const { open } = questionModel('team', initialState);
    const counts = open.map(({ canChange }) => canChange);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(open[0]?.share).toBeGreaterThan(0);
    expect(open.map(({ title }) => title)).not.toContain(
      questions.find(({ id }) => id === 'team')?.title,
    );
  });
});
