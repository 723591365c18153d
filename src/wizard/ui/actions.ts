import type { QuestionId } from '../model/answers.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import type { FactId } from '../model/facts.ts';
import type { HelperField } from './peak-helper.ts';

/** What a question's view can ask for. */
export interface QuestionActions {
  readonly pick: (fact: FactId, option: string) => void;
  readonly toggle: (fact: FactId, option: string, isChosen: boolean) => void;
  readonly rank: (fact: FactId, place: number, option: string) => void;
  readonly type: (fact: FactId, text: string) => void;
  readonly leave: (fact: FactId) => void;
  readonly notSure: (question: QuestionId, isNotSure: boolean) => void;
  readonly help: (field: HelperField, text: string) => void;
  readonly next: (event: Event) => void;
}

/** What the result's view can ask for. */
export interface ResultActions {
  readonly download: () => Promise<void>;
  readonly copyLink: () => Promise<void>;
  readonly saveAnswers: () => void;
  readonly openAnswers: (file: File) => Promise<void>;
  readonly pin: (decision: DecisionId, chosen: AlternativeId | undefined) => void;
  readonly showFile: (path: string) => void;
  readonly copyFile: (text: string) => Promise<void>;
}
