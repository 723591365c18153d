import type { InspectSettings, Stylize } from './options.ts';

/** The state of one call of `inspect`, and how its parts call one another. */
export interface Inspection extends InspectSettings {
  maxArrayLength: number;
  maxStringLength: number;
  stylize: Stylize;
  /** What the caller gave, where it has fields of the caller's own: a class's inspection gets them. */
  userOptions?: object;
  /** Columns that the text stands in from the left. */
  indentation: number;
  /** How deep the object is nested that was begun last. */
  currentDepth: number;
  /** Objects that are being shown. One that is met again is shown as a reference. */
  readonly seen: object[];
  /** Objects that were met again, with their numbers. */
  readonly circular: Map<object, number>;
  /** Characters written at each indentation. */
  readonly written: Map<number, number>;
  /**
   * Shows a value.
   * @param insideView whether it belongs to a view of bytes, whose buffer is shown by its length
   */
  show(value: unknown, level: number, insideView?: boolean): string;
}

/** Whether a level is below what is asked for. */
export function isTooDeep({ depth }: Inspection, level: number): boolean {
  return depth !== null && level > depth;
}

/** Calls `show` with the text that it makes standing further to the right. */
export function indented<Result>(
  inspection: Inspection,
  columns: number,
  show: () => Result,
): Result {
  inspection.indentation += columns;
  const result = show();
  inspection.indentation -= columns;
  return result;
}

/** What stands in the place of elements that are left out. */
export function remainingText(count: number): string {
  return `... ${count} more item${count > 1 ? 's' : ''}`;
}
