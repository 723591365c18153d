// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import {
  OutputPanel,
  type OutputParts,
} from '../../../../playground/panels/output/output-panel.ts';

let parts: OutputParts;
let panel: OutputPanel;

beforeEach(() => {
  vi.useFakeTimers();
  const make = (): HTMLElement => document.createElement('div');
  parts = { stdout: make(), stderr: make(), stderrBox: make(), cut: make(), said: make() };
  panel = new OutputPanel(parts);
  panel.clear();
});

it('keeps the streams apart, as text', () => {
  panel.print({ stream: 'stdout', text: '<b>\u001b[31mred' });
  panel.print({ stream: 'stderr', text: 'bad\n' });
  panel.print({ stream: 'stdout', text: ' still\u001b[0m\n' });
  panel.end();
  expect(parts.stdout.textContent).toBe('<b>red still\n');
  expect(parts.stdout.querySelectorAll('.t-c1')).toHaveLength(2);
  expect(parts.stdout.querySelector('b')).toBeNull();
  expect(parts.stderr.textContent).toBe('bad\n');
  expect(parts.stderrBox.hidden).toBe(false);
});

it('sums up at the end, and now and then while a program goes on', () => {
  for (let line = 0; line < 5000; line++) panel.print({ stream: 'stdout', text: `line ${line}\n` });
  expect(parts.said.textContent).toBe('');
  vi.advanceTimersByTime(5000);
  expect(parts.said.textContent).toBe('5,000 lines of output. The last: line 4998; line 4999');
  panel.print({ stream: 'stdout', text: 'over\n' });
  panel.end();
  expect(parts.said.textContent).toBe('5,001 lines of output. The last: line 4999; over');
});

it('says that it was cut, until it is cleared', () => {
  panel.print({ stream: 'stdout', text: 'x' });
  panel.end('The output stops at its limit.');
  expect(parts.cut.textContent).toBe('The output stops at its limit.');
  expect(parts.cut.hidden).toBe(false);
  panel.clear();
  expect(parts.cut.hidden).toBe(true);
  expect(parts.stdout.textContent).toBe('');
});
