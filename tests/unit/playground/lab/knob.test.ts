import { afterEach, describe, expect, it, vi } from 'vitest';
import { knob, KnobError } from '../../../../playground/lab/index.ts';

const openTime = (): number => knob('OPEN_S', 4, 's', { min: 0.5, max: 15 });
const calls = (): number => knob('CALLS', 5, 'calls', { min: 1, max: 20, whole: true });

describe('knob', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('is its default where the environment is silent or empty', () => {
    expect(openTime()).toBe(4);
    vi.stubEnv('OPEN_S', ' ');
    expect(openTime()).toBe(4);
  });

  it.each([
    ['0.5', 0.5],
    ['15', 15],
    [' 7.25 ', 7.25],
  ])('takes %j', (text, value) => {
    vi.stubEnv('OPEN_S', text);
    expect(openTime()).toBe(value);
  });

  it.each(['0.4', '15.1', 'four', 'NaN', 'Infinity', '4s'])('refuses %j by name', (text) => {
    vi.stubEnv('OPEN_S', text);
    expect(openTime).toThrow(KnobError);
    expect(openTime).toThrow(`OPEN_S must be a number from 0.5 to 15 s, not "${text}"`);
  });

  it('refuses a part of what comes whole', () => {
    vi.stubEnv('CALLS', '2.5');
    expect(calls).toThrow('CALLS must be a whole number from 1 to 20 calls, not "2.5"');
  });
});
