import { showTests } from '../panels/tests/tests-panel.ts';
import { showSource } from './show-source.ts';

/**
 * Shows the tree of the tests in its box; a failure's link leads to its line.
 * @param stdout what the tests printed
 * @param files names of the files that they are about
 */
export function showTestsBox(
  host: HTMLElement,
  box: HTMLElement,
  stdout: string,
  files: readonly string[],
): void {
  const view = box.querySelector<HTMLElement>('[data-part=tests-view]');
  if (!view) throw new Error('the box of the tests has no view');
  showTests(view, stdout, files);
  view.onclick = ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLElement>('[data-file]');
    if (link) showSource(host, link);
  };
  box.hidden = false;
  box.scrollIntoView({ block: 'nearest' });
}
