import type { QuestionId } from '../model/answers.ts';
import type { FactId, ListFactId, OptionOf } from '../model/facts.ts';

/** The ten steps of a design, in order; a question's `step` counts from 1. */
export const stepTitles = [
  'Requirements',
  'Boundaries',
  'Contracts',
  'Communication',
  'Resilience',
  'Observability',
  'Security',
  'Performance',
  'Delivery',
  'Priorities',
] as const;

/** One answer to choose from. */
export interface Option<Id extends string = string> {
  readonly id: Id;
  /** Short, as in "99.9 %". */
  readonly label: string;
  /** What follows from it, as in "43 min 12 s a month"; empty when the label says it all. */
  readonly consequence: string;
  /** The consequence as the length of a bar, 0 to 1. */
  readonly magnitude?: number;
}

interface FieldBase<F extends FactId> {
  readonly fact: F;
  /** The field's own label; the question's title is enough when it has only one field. */
  readonly label: string;
  readonly hint?: string;
}

/** One column of a list, as a person reads it. */
export interface ColumnText {
  readonly column: string;
  /** The label of its cells, as in "Owned by team". */
  readonly label: string;
  readonly hint?: string;
  /** Short, beside the input of a number. */
  readonly unit?: string;
  /** The labels of a choice's options. */
  readonly options?: readonly Option[];
}

/** Where the rows of a list are typed. */
export interface ListField<F extends ListFactId = ListFactId> extends FieldBase<F> {
  readonly kind: 'list';
  /** In the order in which they are shown; the name comes first. */
  readonly columns: readonly ColumnText[];
}

/** Where one fact is entered. Sets are check boxes, ranks an ordered pick of `places`. */
export type Field<F extends FactId = FactId> =
  | (FieldBase<F> & {
      readonly kind: 'one' | 'many';
      readonly options: readonly Option<OptionOf<F>>[];
    })
  | (FieldBase<F> & {
      readonly kind: 'rank';
      readonly places: number;
      readonly options: readonly Option<OptionOf<F>>[];
    })
  | (FieldBase<F> & {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      /** Short, beside the input, as in "requests/s". */
      readonly unit: string;
    })
  | ListField;

/** One question: an answer is a value for each of its fields. */
export interface Question {
  readonly id: QuestionId;
  /** Its number among the twenty-five questions. */
  readonly number: number;
  /** 1 to 10, see `stepTitles`. */
  readonly step: number;
  /** The question itself, in plain words. */
  readonly title: string;
  /** One sentence that makes it concrete. */
  readonly lead: string;
  /** Why it is asked. */
  readonly why: string;
  readonly fields: readonly Field[];
}
