import type { Architecture } from '../model/architecture.ts';
import { alternative, decisionIds, decisions } from '../model/decisions.ts';
import { estimates } from '../model/estimates.ts';
import type { Estimate } from '../model/estimates.ts';
import { factIds } from '../model/facts.ts';
import type { Solution } from '../model/solution.ts';
import { summary } from '../model/summary.ts';
import { capitalized } from '../../lib/text.ts';
import { adrName } from './adr.ts';
import { factLine } from './fact-lines.ts';

/** The whole result as one page to begin with. */
export function readme(solution: Solution, architecture: Architecture): string {
  const { title, sentences } = summary(solution, architecture);
  const sections: Readonly<Record<string, readonly string[]>> = {
    Decisions: decisionLines(solution),
    Tensions: tensionLines(solution),
    Estimates: estimates(solution, architecture).map(estimateLine),
    Answers: answerLines(solution),
    'Not decided here': architecture.deferrals.map(({ what, to }) => `- ${what}: left to ${to}`),
  };
  return [
    `# ${title}`,
    '',
    ...sentences.map((sentence, index) => `${index + 1}. ${sentence}`),
    ...Object.entries(sections).flatMap(([heading, lines]) => ['', `## ${heading}`, '', ...lines]),
    '',
  ].join('\n');
}

function decisionLines(solution: Solution): readonly string[] {
  return decisionIds.map((id) => {
    const decision = solution.decisions[id];
    const { label } = alternative(id, decision.chosen);
    return `- [${decisions[id].title}](adr/${adrName(decision)}): ${label}`;
  });
}

function tensionLines({ tensions }: Solution): readonly string[] {
  return tensions.length === 0
    ? ['None: the rules find no two wishes that collide.']
    : tensions.map(({ title, text }) => `- **${title}.** ${text}`);
}

function estimateLine({ title, finding, formula, assumptions, source }: Estimate): string {
  return `- **${title}.** ${finding} Formula: ${formula}. Assumes: ${assumptions.join('; ')}. Source: [${source.title}](${source.url}).`;
}

function answerLines({ facts, assumptions }: Solution): readonly string[] {
  const assumed = new Set(assumptions.map(({ fact }) => fact));
  return factIds.map(
    (fact) =>
      `- ${capitalized(factLine(fact, facts[fact]))}${assumed.has(fact) ? ' (assumed)' : ''}`,
  );
}
