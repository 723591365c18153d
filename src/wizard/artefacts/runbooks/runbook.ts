import type { Alert } from '../../model/system.ts';
import type { DesignContext, Whole } from '../generator.ts';
import { markdownDocument, plain } from '../markdown.ts';
import { burnPages } from './burn-runbook.ts';
import { messagePages } from './message-runbook.ts';
import { outsidePages } from './outside-runbook.ts';
import type { Pages } from './runbook-parts.ts';
import { saturationPages } from './saturation-runbook.ts';

/** The headings of every runbook, in the order in which somebody who was woken needs them. */
export const runbookHeadings = [
  'What it means',
  'Look first',
  'Stop the bleeding',
  'Find the cause',
  'When to escalate',
  'Afterwards',
] as const;

/** What to do when an alert fires, written for this system's parts. */
export function runbook(alert: Alert, { architecture }: DesignContext): string {
  const pages = pagesOf(alert, architecture);
  const bodies: Record<(typeof runbookHeadings)[number], readonly string[]> = {
    'What it means': pages.meaning,
    'Look first': numbered(pages.lookFirst),
    'Stop the bleeding': numbered(pages.stop),
    'Find the cause': pages.cause,
    'When to escalate': escalation(alert, pages.owner),
    Afterwards: afterwards(pages.after),
  };
  return markdownDocument(
    plain(alert.title),
    `the alert ${alert.id} of architecture.json`,
    [
      `- Alert: \`${alert.id}\``,
      `- Severity: ${alert.severity === 'page' ? 'page: somebody is woken' : 'ticket: on the next working day'}`,
      `- Owner: ${plain(pages.owner)}`,
    ],
    runbookHeadings.map((heading) => ({ heading, lines: bodies[heading] })),
  );
}

function pagesOf({ about }: Alert, architecture: Whole): Pages {
  switch (about.kind) {
    case 'burn':
      return burnPages(about, architecture);
    case 'dead-letters':
    case 'oldest-message':
      return messagePages(about, architecture);
    case 'outside-down':
    case 'breaker-open':
      return outsidePages(about, architecture);
    case 'saturation':
      return saturationPages(about.deployable, architecture);
  }
}

function numbered(steps: readonly string[]): readonly string[] {
  return steps.map((step, index) => `${index + 1}. ${step}`);
}

function escalation({ severity }: Alert, owner: string): readonly string[] {
  return severity === 'page'
    ? [
        '- After 15 minutes without a cause: call the second on call.',
        `- After 30 minutes, or when data may be wrong or lost: call ${plain(owner)} and name somebody who leads and somebody who informs.`,
        '- As soon as callers notice it: say so on the status page, with the time of the next message.',
      ]
    : [
        `- When it is open for two working days, or fires a second time: it becomes work of ${plain(owner)} before new features.`,
        '- When a page fires for the same part: follow that one first.',
      ];
}

function afterwards(own: readonly string[]): readonly string[] {
  return [
    ...own.map((step) => `- ${step}`),
    '- Write down when it began, what callers saw, what helped and what misled, without blame.',
    '- Correct this page where it was wrong, and turn what you did by hand into a check, a limit or a test.',
  ];
}
