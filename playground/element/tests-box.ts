import { showTests } from '../panels/tests/tests-panel.ts';
import { showSource } from './show-source.ts';

/**
 * Shows the tree of the tests above the output; a failure's link leads to its line.
 * @param stdout what the tests printed
 * @param files names of the files that they are about
 */
export function showTestsBox(host: HTMLElement, stdout: string, files: readonly string[]): void {
  const box = host.querySelector<HTMLElement>('.run-tests') ?? addBox(host);
  showTests(box.lastElementChild as HTMLElement, stdout, files);
  box.scrollIntoView({ block: 'nearest' });
}

function addBox(host: HTMLElement): HTMLElement {
  const heading = document.createElement('h3');
  heading.textContent = 'Tests';
  const head = document.createElement('div');
  head.className = 'code-head';
  head.append(heading);
  const box = document.createElement('section');
  box.className = 'code run-tests';
  box.ariaLabel = 'Tests';
  box.append(head, document.createElement('div'));
  box.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLElement>('[data-file]');
    if (link) showSource(host, link);
  });
  host.querySelector('[data-part=output]')?.before(box);
  return box;
}
