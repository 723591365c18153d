import { factLine } from '../artefacts/fact-lines.ts';
import { defaultFacts } from '../model/answers.ts';
import { factInWords, joinWords } from '../model/fact-words.ts';
import { isListFact } from '../model/facts.ts';
import type { Facts } from '../model/facts.ts';
import type { Question } from '../questions/question.ts';

/**
 * What "not sure" stands for, as in "5 engineers and 1 team that wants to release on its own". A question
 * with one field has said what it is about; of several fields each says it for itself. Lists without
 * rows say nothing.
 * @param assumed the facts that hold while the question is open
 */
export function defaultInWords({ fields }: Question, assumed: Facts = defaultFacts): string {
  const say = fields.length === 1 ? factInWords : factLine;
  const said = fields
    .map(({ fact }) => fact)
    .filter((fact) => !isListFact(fact) || assumed[fact].length > 0)
    .map((fact) => say(fact, assumed[fact]));
  return said.some((line) => line.includes(': ')) ? said.join('; ') : joinWords(said);
}
