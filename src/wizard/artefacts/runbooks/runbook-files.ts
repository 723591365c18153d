import type { Generator } from '../generator.ts';
import { runbook } from './runbook.ts';

/** Output 12, beside the records: what to do when an alert fires, a page for each alert. */
export const runbookFiles: Generator = (context) =>
  context.architecture.alerts.map((alert) => ({
    path: `runbooks/${alert.runbook}`,
    text: runbook(alert, context),
    checkedBy: 'markdownlint and section check',
    madeFrom: 'SLO and alerting (35), and the parts that the alert is about',
  }));
