import { blank } from './blank.ts';
import { erasedSpans } from './erased-spans.ts';
import { refuseUnsupported } from './refuse.ts';
import { Source } from './source.ts';

/**
 * Turns types into white space: what is left keeps its lines and columns.
 *
 * @param text a TypeScript module
 * @throws {TypeScriptFault} where the text does not parse, or where its types mean something at
 * run time
 */
export function stripTypes(text: string): string {
  const source = new Source(text);
  refuseUnsupported(source, hasValues);
  return blank(source, erasedSpans(source));
}

/** An enum or the like in the body is a value as well. */
function hasValues(body: string): boolean {
  try {
    const source = new Source(body);
    refuseUnsupported(source, hasValues);
    const erased = erasedSpans(source).reduce((sum, { from, to }) => sum + to - from, 0);
    return erased < source.tokens.length;
  } catch {
    return true;
  }
}
