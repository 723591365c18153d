import type { Architecture } from '../model/architecture.ts';
import { alternative, alternativesOf, decisions } from '../model/decisions.ts';
import { questionOf } from '../model/answers.ts';
import { factIds } from '../model/facts.ts';
import type { FactId } from '../model/facts.ts';
import { parameterInWords } from '../model/parameter-words.ts';
import type { Decision, Reason, Solution } from '../model/solution.ts';
import { capitalized } from '../../lib/text.ts';
import { benefitOf } from './benefits.ts';
import { callTable } from './call-table.ts';
import { factLine } from './fact-lines.ts';
import { evidenceLine, saidReason } from './reason-words.ts';
import type { FindPage } from './reason-words.ts';

/** The headings of every record, in order, after MADR (Markdown Any Decision Records). */
export const adrHeadings = [
  'Context and Problem Statement',
  'Decision Drivers',
  'Considered Options',
  'Decision Outcome',
  'Consequences',
  'Revisit when',
  'Evidence',
] as const;

/** What a record needs beside the decision itself. */
export interface RecordContext {
  readonly solution: Solution;
  readonly architecture: Architecture;
  /** The day on which the records are written, as in "2026-11-23". */
  readonly date: string;
  readonly findPage: FindPage;
}

/** The file name of a decision's record, as in `0001-style-modular-monolith.md`. */
export function adrName(decision: Decision): string {
  const number = String(decisions[decision.id].number).padStart(4, '0');
  return `${number}-${decision.id}-${decision.chosen}.md`;
}

/** One decision as an architecture decision record. */
export function adr(decision: Decision, context: RecordContext): string {
  const about = decisions[decision.id];
  const sections: Record<(typeof adrHeadings)[number], readonly string[]> = {
    'Context and Problem Statement': [about.question, '', ...contextOf(decision, context)],
    'Decision Drivers': decision.because.map((reason) => `- ${saidReason(reason)}`),
    'Considered Options': optionsOf(decision),
    'Decision Outcome': outcomeOf(decision, context.architecture),
    Consequences: consequencesOf(decision),
    'Revisit when': [`${capitalized(decision.revisitWhen)}.`],
    Evidence: evidenceOf(decision, context.findPage),
  };
  return [
    `# ${about.number}. ${about.title}: ${alternative(decision.id, decision.chosen).label}`,
    '',
    `- Status: ${statusOf(decision)}`,
    `- Date: ${context.date}`,
    ...adrHeadings.flatMap((heading) => ['', `## ${heading}`, '', ...sections[heading]]),
    '',
  ].join('\n');
}

function statusOf(decision: Decision): string {
  if (decision.brokenVetoes.length > 0) return 'pinned against a rule';
  return decision.pinned ? 'pinned' : 'proposed';
}

/** The answers and the earlier decisions that were read, and which answers were assumed. */
function contextOf(
  decision: Decision,
  { solution: { facts, assumptions, decisions: made } }: RecordContext,
): readonly string[] {
  const reasons = reasonsOf(decision);
  const asked = new Set(reasons.flatMap((reason) => reason.answers));
  const earlier = [...new Set(reasons.flatMap((reason) => reason.decisions))];
  const assumed = new Set(assumptions.map(({ fact }) => fact));
  const answer = (fact: FactId): string =>
    `- ${capitalized(factLine(fact, facts[fact]))}${assumed.has(fact) ? ' (assumed)' : ''}`;
  const lines = [
    ...factIds.filter((fact) => asked.has(questionOf(fact))).map(answer),
    ...earlier.map(
      (id) => `- Decided before: ${decisions[id].title}, ${alternative(id, made[id].chosen).label}`,
    ),
  ];
  return lines.length === 0
    ? ['No answer and no earlier decision speaks for anything but the simplest option.']
    : ['What matters here:', '', ...lines];
}

function optionsOf(decision: Decision): readonly string[] {
  return alternativesOf(decision.id).map((name) => {
    const { label } = alternative(decision.id, name);
    const rejection = decision.rejected.find((each) => each.alternative === name);
    if (rejection === undefined) return `- **${label}**: chosen.`;
    const how = rejection.vetoed ? 'ruled out' : 'not chosen';
    const reasons = [rejection.reason, ...rejection.further].map(saidReason);
    return `- **${label}**: ${how}. ${reasons.join(' ')}`;
  });
}

function outcomeOf(decision: Decision, architecture: Architecture): readonly string[] {
  const { label, summary } = alternative(decision.id, decision.chosen);
  const broken = decision.brokenVetoes.map((reason) => `- ${saidReason(reason)}`);
  const warning =
    broken.length === 0 ? [] : ['', 'This was pinned although a rule forbids it:', '', ...broken];
  return [
    `Chosen: **${label}**. ${summary}`,
    ...warning,
    ...(decision.id === 'resilience' ? ['', ...callTable(architecture)] : []),
  ];
}

function consequencesOf(decision: Decision): readonly string[] {
  return [
    `- Good: ${benefitOf(decision)}`,
    `- Bad: ${decision.tradeOff}`,
    ...Object.entries(decision.parameters).map(
      ([name, value]) => `- Setting: ${parameterInWords(name, value)}`,
    ),
  ];
}

function evidenceOf(decision: Decision, findPage: FindPage): readonly string[] {
  const texts = reasonsOf(decision).map((reason) => `- ${evidenceLine(reason)}`);
  const pages = decision.patterns.flatMap((id) => {
    const page = findPage(id);
    return page === undefined ? [] : [`- Pattern: [${page.title}](${page.url})`];
  });
  return [...new Set([...texts, ...pages])];
}

function reasonsOf(decision: Decision): readonly Reason[] {
  return [
    ...decision.because,
    ...decision.rejected.flatMap(({ reason, further }) => [reason, ...further]),
    ...decision.brokenVetoes,
  ];
}
