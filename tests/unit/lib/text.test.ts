import { expect, it } from 'vitest';
import { capitalized, counted } from '../../../src/lib/text.ts';

it('raises the first letter only', () => {
  expect(capitalized('a REST API')).toBe('A REST API');
  expect(capitalized('')).toBe('');
});

it('counts one thing and several', () => {
  expect(counted(1, 'replica')).toBe('1 replica');
  expect(counted(0, 'replica')).toBe('0 replicas');
  expect(counted(2, 'query', 'queries')).toBe('2 queries');
});
