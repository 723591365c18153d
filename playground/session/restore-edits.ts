import { fileNameProblem } from './file-names.ts';
import type { Edits } from './edits.ts';

const mostFiles = 32;
const mostKnobs = 32;
const longestValue = 32;
const knobPattern = /^[A-Z][A-Z0-9_]{0,40}$/;

/**
 * Reads edits from data of unknown origin. Only what is known is looked at; the rest is dropped.
 * @param raw as `parseCheckedJson` gives it: objects without a prototype
 * @returns nothing where a file could not be one of a project: half a program is worse than none
 */
export function restoreEdits(raw: unknown): Edits | undefined {
  if (!isRecord(raw)) return undefined;
  const files = restoreFiles(raw['files']);
  return files && { files, knobs: restoreKnobs(raw['knobs']) };
}

function restoreFiles(raw: unknown): Edits['files'] | undefined {
  if (raw === undefined) return {};
  if (!isRecord(raw)) return undefined;
  const entries = Object.entries(raw);
  const areFiles = entries.every(
    ([name, text], index): boolean =>
      (text === null || typeof text === 'string') &&
      fileNameProblem(
        name,
        entries.slice(0, index).map(([other]) => other),
      ) === '',
  );
  if (!areFiles || entries.length > mostFiles) return undefined;
  return Object.fromEntries(entries) as Edits['files'];
}

function restoreKnobs(raw: unknown): Edits['knobs'] {
  const known = isRecord(raw) ? Object.entries(raw).slice(0, mostKnobs) : [];
  return Object.fromEntries(
    known.filter(
      (entry): entry is [string, string] =>
        knobPattern.test(entry[0]) && typeof entry[1] === 'string' && isValue(entry[1]),
    ),
  );
}

function isValue(text: string): boolean {
  return text !== '' && text.length <= longestValue && Number.isFinite(Number(text));
}

/** Something with names, as `parseCheckedJson` makes it. */
export function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
