import { expect, test } from 'vitest';
import { Silence } from '../../../../playground/engines/embedded/silence.ts';

const patience = { limitMs: 1000, laborMs: 3000 };
const everyMs = 200;

function ticks(silence: Silence, fromMs: number, untilMs: number): string[] {
  const steps: string[] = [];
  for (let atMs = fromMs; atMs <= untilMs; atMs += everyMs) steps.push(silence.tick(atMs));
  return steps;
}

test('sends one ping and waits, then gives up', () => {
  const silence = new Silence(patience, everyMs, 0);
  expect(ticks(silence, 0, 1000)).toEqual(['ping', 'wait', 'wait', 'wait', 'wait', 'silent']);
});

test('an answer brings the next ping and starts the silence anew', () => {
  const silence = new Silence(patience, everyMs, 0);
  expect(ticks(silence, 0, 800).at(-1)).toBe('wait');
  silence.answered();
  expect(ticks(silence, 1000, 1800)).toEqual(['ping', 'wait', 'wait', 'wait', 'silent']);
});

test('a watcher that was stopped itself does not blame the other', () => {
  const silence = new Silence(patience, everyMs, 0);
  expect(silence.tick(0)).toBe('ping');
  expect(silence.tick(60_000)).toBe('wait');
  expect(silence.tick(120_000)).toBe('wait');
  expect(silence.tick(180_000)).toBe('silent');
});

test('is patient while the engine works', () => {
  const silence = new Silence(patience, everyMs, 0);
  silence.labors(true, 0);
  expect(ticks(silence, 0, 2800)).not.toContain('silent');
  silence.labors(false, 2800);
  expect(ticks(silence, 3000, 3600)).not.toContain('silent');
  expect(silence.tick(3800)).toBe('silent');
});

test('the engine’s work has an end, and pieces of it add up until an answer', () => {
  const silence = new Silence(patience, everyMs, 0);
  for (let atMs = 0; atMs < 2800; atMs += everyMs) {
    silence.labors(true, atMs);
    expect(silence.tick(atMs)).not.toBe('silent');
    silence.labors(false, atMs + everyMs);
  }
  silence.labors(true, 2800);
  expect(silence.tick(3000)).toBe('silent');
});
