import { describe, expect, it } from 'vitest';
import { statedValue } from '../../../src/wizard/ui/answering.ts';
import {
  editNumber,
  pickOption,
  rankOption,
  settleNumber,
  toggleOption,
} from '../../../src/wizard/ui/edits.ts';
import { adopt, initialState } from '../../../src/wizard/ui/state.ts';

describe('choosing one', () => {
  it('answers the fact, and ignores what is no option', () => {
    const state = pickOption(initialState, 'availability', '99.99');
    expect(statedValue(state.wizard.answers, 'availability')).toBe('99.99');
    expect(pickOption(state, 'availability', '101')).toBe(state);
  });
});

describe('choosing several', () => {
  it('starts with nothing and keeps the order of the options', () => {
    const mobile = toggleOption(initialState, 'clients', 'mobile', true);
    expect(statedValue(mobile.wizard.answers, 'clients')).toEqual(['mobile']);
    const both = toggleOption(mobile, 'clients', 'web', true);
    expect(statedValue(both.wizard.answers, 'clients')).toEqual(['web', 'mobile']);
    const web = toggleOption(both, 'clients', 'mobile', false);
    expect(statedValue(web.wizard.answers, 'clients')).toEqual(['web']);
  });
});

describe('ranking', () => {
  it('lets two options change places', () => {
    const state = rankOption(initialState, 'priorities', 0, 'change');
    expect(statedValue(state.wizard.answers, 'priorities')).toEqual([
      'change',
      'speed',
      'simplicity',
    ]);
  });

  it('puts a new option in the place of an old one', () => {
    const state = rankOption(initialState, 'priorities', 1, 'uptime');
    expect(statedValue(state.wizard.answers, 'priorities')).toEqual([
      'simplicity',
      'uptime',
      'change',
    ]);
  });
});

describe('a ranking with places missing', () => {
  it.each([[[]], [['scale']]] as const)('of %j is filled up from the default', (priorities) => {
    const given = { answers: { priorities: { priorities } }, pins: {} };
    const state = rankOption(adopt(initialState, given, 'file', []), 'priorities', 1, 'uptime');
    const ranked = statedValue(state.wizard.answers, 'priorities');
    expect(ranked).toHaveLength(3);
    expect(ranked?.[1]).toBe('uptime');
  });
});

describe('typing a number', () => {
  it('answers as soon as it is in range', () => {
    const state = editNumber(initialState, 'engineers', '1,200');
    expect(statedValue(state.wizard.answers, 'engineers')).toBe(1200);
    expect(state.drafts.engineers?.text).toBe('1,200');
    expect(settleNumber(state, 'engineers').drafts).toEqual({});
  });

  it('keeps the last good answer and what was typed when it cannot be read', () => {
    const good = editNumber(initialState, 'engineers', '12');
    const bad = settleNumber(editNumber(good, 'engineers', '12 or so'), 'engineers');
    expect(statedValue(bad.wizard.answers, 'engineers')).toBe(12);
    expect(bad.drafts.engineers).toEqual({ text: '12 or so', left: true });
  });
});
