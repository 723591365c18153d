import type { Generator } from '../generator.ts';
import { runbook } from './runbook.ts';

/** Output 12, beside the records: what to do when an alert fires. Alerts about the same share a page. */
export const runbookFiles: Generator = (context) => {
  const { alerts } = context.architecture;
  const paths = [...new Set(alerts.map((alert) => alert.runbook))];
  return paths.map((path) => ({
    path,
    text: runbook(
      alerts.filter((alert) => alert.runbook === path),
      context,
    ),
    checkedBy: 'markdownlint',
    madeFrom: 'SLO and alerting (35), and the parts that the alert is about',
  }));
};
