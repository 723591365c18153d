import type { FactId } from '../../model/facts.ts';
import { defaultFacts } from '../../model/answers.ts';
import { grouped } from '../../model/fact-words.ts';
import type { Field, ListField, Option } from '../../questions/question.ts';
import { readNumber } from '../number-text.ts';
import { assumedValue, statedValue } from '../answering.ts';
import type { UiState } from '../state.ts';

/** One answer as a row. */
export interface OptionModel extends Option {
  readonly isChosen: boolean;
  readonly isDefault: boolean;
}

interface FieldModelBase {
  readonly fact: FactId;
  readonly label: string;
  readonly hint: string;
}

export interface PickModel extends FieldModelBase {
  readonly kind: 'one' | 'many';
  readonly options: readonly OptionModel[];
}

export interface RankModel extends FieldModelBase {
  readonly kind: 'rank';
  /** Per place, the option that stands there. */
  readonly places: readonly { readonly name: string; readonly chosen: string }[];
  readonly options: readonly Option[];
}

export interface NumberModel extends FieldModelBase {
  readonly kind: 'number';
  readonly unit: string;
  readonly text: string;
  /** What is wrong with the text, once the reader has left the field. */
  readonly error: string;
  /** The value that counts while nobody types one. */
  readonly defaultText: string;
  /** Nobody has typed anything: what the field shows is that value. */
  readonly isAssumed: boolean;
  /** Whether the text may stand as an answer. */
  readonly isValid: boolean;
}

/** The rows themselves are worked out where they are drawn, see rows/list-model.ts. */
export interface ListPlace {
  readonly kind: 'list';
  readonly field: ListField;
}

export type FieldModel = PickModel | RankModel | NumberModel | ListPlace;

const placeNames = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];

/** One field of a question, with what was answered so far. */
export function fieldModel(field: Field, state: UiState): FieldModel {
  if (field.kind === 'list') return { kind: 'list', field };
  const base = { fact: field.fact, label: field.label, hint: field.hint ?? '' };
  const stated = statedValue(state.wizard.answers, field.fact);
  if (field.kind === 'number') return { ...base, ...numberPart(field, stated, state) };
  const standard = valuesOf(defaultFacts[field.fact]);
  if (field.kind === 'rank') {
    const chosen = stated === undefined ? standard : valuesOf(stated);
    const places = placeNames
      .slice(0, field.places)
      .map((name, index) => ({ name, chosen: chosen[index] ?? '' }));
    return { ...base, kind: 'rank', places, options: field.options };
  }
  const chosen = valuesOf(stated);
  const options = field.options.map((option) => ({
    ...option,
    isChosen: chosen.includes(option.id),
    isDefault: standard.includes(option.id),
  }));
  return { ...base, kind: field.kind, options };
}

function numberPart(
  field: Extract<Field, { kind: 'number' }>,
  stated: unknown,
  state: UiState,
): Omit<NumberModel, keyof FieldModelBase> {
  const draft = state.drafts[field.fact];
  const standard = assumedValue(state.wizard.answers, field.fact);
  const text = draft?.text ?? String(stated ?? standard);
  const read = readNumber(text, field);
  return {
    kind: 'number',
    unit: field.unit,
    text,
    error: draft?.left && !read.ok ? read.problem : '',
    defaultText: grouped(Number(standard)),
    isAssumed: draft === undefined && stated === undefined,
    isValid: read.ok,
  };
}

function valuesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : [];
}
