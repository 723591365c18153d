import type { QuestionId } from '../model/answers.ts';
import { deliveryQuestions } from './delivery.ts';
import { designQuestions } from './design.ts';
import type { Question } from './question.ts';
import { requirementQuestions } from './requirements.ts';
import { runningQuestions } from './running.ts';
import { customersQuestion, upgradesQuestion } from './sharing.ts';

/** Every question, in the order of the ten steps. */
export const questions: readonly Question[] = [
  ...requirementQuestions,
  ...designQuestions,
  ...runningQuestions,
  ...deliveryQuestions,
  customersQuestion,
  upgradesQuestion,
].toSorted((a, b) => a.number - b.number);

/** The eight questions that are asked first. */
export const quickPath: readonly QuestionId[] = [
  'start-from',
  'team',
  'load',
  'availability',
  'freshness',
  'clients',
  'interaction',
  'priorities',
];

const byId = new Map(questions.map((entry) => [entry.id, entry]));

/** The text and fields of one question. */
export function question(id: QuestionId): Question {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`There is no question "${id}".`);
  return found;
}
