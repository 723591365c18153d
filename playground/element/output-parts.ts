import type { OutputParts } from '../panels/output/output-panel.ts';
import { paragraph, textButton } from './plain-elements.ts';

/**
 * Completes the output box of a page: only a program that runs here has errors, is cut, or is summed
 * up for a screen reader.
 *
 * @param clear empties the box on a reader's wish
 */
export function completeOutput(host: HTMLElement, clear: () => void): OutputParts {
  const box = partOf(host, 'output');
  const stdout = partOf(box, 'stdout');
  box.querySelector('.btn')?.before(textButton('Clear', clear));
  const cut = paragraph('');
  Object.assign(cut, { className: 'run-cut', hidden: true });
  cut.dataset['part'] = 'cut';
  const said = paragraph('');
  Object.assign(said, { className: 'vh', ariaLive: 'polite' });
  said.dataset['part'] = 'said';
  const { stderr, stderrBox } = errorsBox();
  box.append(cut, said, stderrBox);
  return { stdout, stderr, stderrBox, cut, said };
}

function errorsBox(): Pick<OutputParts, 'stderr' | 'stderrBox'> {
  const heading = document.createElement('h4');
  heading.textContent = 'Errors (stderr)';
  const copy = textButton('Copy', () => undefined);
  copy.dataset['copyFrom'] = 'samp';
  const head = document.createElement('div');
  head.className = 'code-head';
  head.append(heading, copy);
  const stderr = document.createElement('samp');
  const text = document.createElement('pre');
  Object.assign(text, { tabIndex: 0, role: 'region', ariaLabel: 'Errors' });
  text.append(stderr);
  const stderrBox = document.createElement('div');
  Object.assign(stderrBox, { className: 'run-stderr copy', hidden: true });
  stderrBox.append(head, text);
  return { stderr, stderrBox };
}

function partOf(host: HTMLElement, name: string): HTMLElement {
  const part = host.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!part) throw new Error(`the run block has no part named ${name}`);
  return part;
}
