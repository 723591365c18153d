import { expect, test } from 'vitest';
import { OutputBudget } from '../../../../playground/engine/output-budget.ts';

test('lets through what fits and cuts once', () => {
  const budget = new OutputBudget({ outputBytes: 10, outputLines: 100 });
  expect([budget.spend('1234'), budget.spend('5678'), budget.spend('9012')]).toEqual([
    '1234',
    '5678',
    '90',
  ]);
  expect(budget.spend('x')).toBe('');
});

test('counts bytes of UTF-8 and never cuts a character', () => {
  const budget = new OutputBudget({ outputBytes: 10, outputLines: 100 });
  expect(budget.spend('aä→🎈b')).toBe('aä→🎈');
  const small = new OutputBudget({ outputBytes: 3, outputLines: 100 });
  expect(small.spend('🎈')).toBe('');
  expect(small.spend('a')).toBe('');
});

test('counts lines by their feeds; the last one fits whole', () => {
  const budget = new OutputBudget({ outputBytes: 1000, outputLines: 2 });
  expect(budget.spend('one\ntwo\nthree')).toBe('one\ntwo\n');
  const open = new OutputBudget({ outputBytes: 1000, outputLines: 2 });
  expect(open.spend('one\ntwo')).toBe('one\ntwo');
  expect(open.spend(' and more\n')).toBe(' and more\n');
  expect(open.spend('three')).toBe('');
});
