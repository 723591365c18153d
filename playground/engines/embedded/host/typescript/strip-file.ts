import type { Report } from '../report.ts';
import { faultReport } from './fault-report.ts';
import { stripTypes } from './strip-types.ts';
import { TypeScriptFault } from './typescript-fault.ts';

/** The text without types; or, where that cannot be, what stderr says. */
export type StrippedFile =
  | { readonly text: string; readonly report?: never }
  | { readonly text?: never; readonly report: Report };

/** @param name path of the file in its project */
export function stripFile(name: string, text: string): StrippedFile {
  try {
    return { text: stripTypes(text) };
  } catch (error) {
    if (error instanceof TypeScriptFault) return { report: faultReport(name, text, error) };
    throw error;
  }
}
