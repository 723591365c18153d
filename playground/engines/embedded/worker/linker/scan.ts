import { parse, type DynamicImport, type Import, type StaticImport } from 'es-module-lexer/js';
import type { Shift } from '../source-position.ts';

/** Names as wide as what they stand for, so that no column moves. */
export const importName = 'ímport';
export const metaName = 'ímport$meta';

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A module's text with what it imports. */
export interface Scanned {
  readonly text: string;
  /** In the order of the text; `at` is where the statement begins. */
  readonly imports: readonly { readonly specifier: string; readonly at: number }[];
  readonly usesEngine: boolean;
  /**
   * The text with each import taken from the address that `urlOf` gives.
   * @param urlOf is told where in the text the specifier stands
   */
  link(urlOf: (specifier: string, at: number) => string): { text: string; shifts: Shift[] };
}

/**
 * Finds a module's imports without parsing it. A text that is no module has none: the browser will
 * say why.
 * @param more edits of others, in the order of the text
 */
export function scan(text: string, more: readonly Edit[] = []): Scanned {
  const found = importsOf(text);
  const statics = found.filter(isStatic);
  const inPlace = found.flatMap(editInPlace);
  return {
    text,
    imports: statics.map(({ specifier, importStart }) => ({ specifier, at: importStart })),
    usesEngine: inPlace.length > 0,
    link: (urlOf) => {
      const edits = [...more, ...inPlace, ...statics.flatMap((one) => editStatic(one, urlOf))];
      return apply(
        text,
        edits.sort((a, b) => a.start - b.start),
      );
    },
  };
}

function importsOf(text: string): readonly Import[] {
  try {
    return parse(text)[0];
  } catch {
    return [];
  }
}

function isStatic(one: Import): one is StaticImport {
  return one.type === 'static' || one.type === 'reexport-star';
}

function isDynamic(one: Import): one is DynamicImport {
  return one.type === 'dynamic';
}

/** `import(…)` and `import.meta` become names that the module's last line imports. */
function editInPlace(one: Import): Edit[] {
  if (isDynamic(one)) {
    const start = one.importStart;
    return [{ start, end: start + importName.length, text: importName }];
  }
  return one.type === 'import-meta' ? [{ start: one.start, end: one.end, text: metaName }] : [];
}

/** The address replaces the specifier; attributes go, since JSON is linked as a script. */
function editStatic(one: StaticImport, urlOf: (specifier: string, at: number) => string): Edit[] {
  const url: Edit = { start: one.start, end: one.end, text: urlOf(one.specifier, one.start) };
  if (one.attributesStart === -1) return [url];
  return [url, { start: one.end + 1, end: one.importEnd, text: '' }];
}

export function apply(text: string, edits: readonly Edit[]): { text: string; shifts: Shift[] } {
  const parts: string[] = [];
  const shifts: Shift[] = [];
  let done = 0;
  let line = 1;
  let lineStart = 0;
  let by = 0;
  for (const { start, end, text: replacement } of edits) {
    for (let at = text.indexOf('\n', lineStart); at !== -1 && at < start;) {
      line += 1;
      lineStart = at + 1;
      by = 0;
      at = text.indexOf('\n', lineStart);
    }
    by += replacement.length - (end - start);
    if (replacement.length !== end - start)
      shifts.push({ line, from: end - lineStart + by + 1, by });
    parts.push(text.slice(done, start), replacement);
    done = end;
  }
  return { text: parts.join('') + text.slice(done), shifts };
}
