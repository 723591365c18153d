import { patch } from '../markup/patch.ts';
import { tag } from '../markup/tree.ts';
import { visibleText } from '../visible-text.ts';
import { readTestReport } from './test-report.ts';
import { testView } from './test-view.ts';

/**
 * Shows the report that a run of tests printed.
 * @param stdout all of it
 * @param files of the example, which a failure may be in
 */
export function showTests(view: HTMLElement, stdout: string, files: readonly string[]): void {
  const report = readTestReport(visibleText(stdout));
  const none = 'The tests did not run to their end; the output has what they printed.';
  patch(view, report ? testView(report, files) : [tag('p', { class: 'label' }, none)]);
}
