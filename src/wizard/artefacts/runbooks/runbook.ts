import type { Architecture } from '../../model/architecture.ts';
import type { Alert } from '../../model/system.ts';
import type { RecordContext } from '../adr.ts';
import { markdownDocument, plain, table } from '../markdown.ts';
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

/**
 * What to do when one of these alerts fires, written for this system's parts.
 * @param alerts at least one; several are about the same, as the rates of one error budget
 */
export function runbook(alerts: readonly Alert[], { architecture }: RecordContext): string {
  const [alert] = alerts;
  if (alert === undefined) throw new Error('A runbook needs an alert.');
  const pages = pagesOf(alert, alerts, architecture);
  const bodies: Record<(typeof runbookHeadings)[number], readonly string[]> = {
    'What it means': pages.meaning,
    'Look first': numbered(pages.lookFirst),
    'Stop the bleeding': numbered(pages.stop),
    'Find the cause': pages.cause,
    'When to escalate': escalation(alerts, pages.owner),
    Afterwards: afterwards(pages.after),
  };
  return markdownDocument(
    pages.title,
    `the alerts of architecture.json that name this page`,
    [
      `Owner: ${plain(pages.owner)}.`,
      '',
      ...table(
        ['Alert', 'Says', 'Severity'],
        alerts.map(({ id, title, severity }) => [
          `\`${id}\``,
          plain(title),
          severity === 'page' ? 'page: somebody is woken' : 'ticket: on the next working day',
        ]),
      ),
    ],
    runbookHeadings.map((heading) => ({ heading, lines: bodies[heading] })),
  );
}

function pagesOf(
  { about, title }: Alert,
  alerts: readonly Alert[],
  architecture: Architecture,
): Pages {
  switch (about.kind) {
    case 'burn':
      return burnPages(about.slo, alerts, architecture);
    case 'dead-letters':
    case 'oldest-message':
      return messagePages(about, title, architecture);
    case 'outside-down':
    case 'breaker-open':
      return outsidePages(about, title, architecture);
    case 'saturation':
      return saturationPages(about.deployable, title, architecture);
  }
}

function numbered(steps: readonly string[]): readonly string[] {
  return steps.map((step, index) => `${index + 1}. ${step}`);
}

function escalation(alerts: readonly Alert[], owner: string): readonly string[] {
  const wakes = alerts.some(({ severity }) => severity === 'page');
  return wakes
    ? [
        '- After 15 minutes without a cause: call the second on call.',
        `- After 30 minutes, or when data may be wrong or lost: call ${plain(owner)} and name somebody who leads and somebody who informs.`,
        '- As soon as callers notice it: say so on the status page, with the time of the next message.',
      ]
    : [
        `- When it is open for two working days, or fires a second time: it becomes work of ${plain(owner)} before new features.`,
        '- When callers notice it: treat it as urgent although nobody is paged, and say so on the status page.',
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
