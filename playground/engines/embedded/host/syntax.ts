import type { parse as Parse } from 'acorn';
import { nodeVersion } from '../node-version.ts';
import type { Report } from './report.ts';

interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
  readonly format: Format;
}

type Format = 'module' | 'commonjs';

const moduleSyntax = /^\s*(?:import|export)\b(?!\s*\()/m;

/**
 * What Node prints for a module that does not parse. The browser says what is wrong, not where; so
 * a parser looks for the place. It is fetched for that; where that fails, the place is left out.
 *
 * @param files module texts by path
 * @param message the browser's own words: `Unexpected token ';'`
 */
export async function syntaxReport(
  files: Readonly<Record<string, string>>,
  message: string,
): Promise<Report> {
  const place = await findPlace(files).catch(() => undefined);
  const words = `SyntaxError: ${message}`;
  return {
    report: `${place ? excerptOf(place, files) : ''}${words}\n\nNode.js ${nodeVersion}\n`,
    fault: place && {
      file: place.file,
      line: place.line,
      column: place.column + 1,
      message: words,
    },
  };
}

async function findPlace(files: Readonly<Record<string, string>>): Promise<Place | undefined> {
  const { parse } = await import('acorn');
  for (const [file, text] of Object.entries(files)) {
    if (file.endsWith('.json')) continue;
    const tries = formatsOf(file, text).map((format) => faultIn(text, format, parse));
    const [fault] = tries;
    if (fault && tries.every((one) => one !== undefined)) return { file, ...fault };
  }
  return undefined;
}

/** How a file may be meant, the likelier first. */
function formatsOf(file: string, text: string): readonly Format[] {
  if (/\.m[jt]s$/.test(file)) return ['module'];
  if (/\.c[jt]s$/.test(file)) return ['commonjs'];
  return moduleSyntax.test(text) ? ['module', 'commonjs'] : ['commonjs', 'module'];
}

function faultIn(
  text: string,
  sourceType: Format,
  parse: typeof Parse,
): Omit<Place, 'file'> | undefined {
  try {
    parse(text, { ecmaVersion: 'latest', sourceType, allowHashBang: true });
    return undefined;
  } catch (error) {
    const { loc } = error as { loc?: { line: number; column: number } };
    return loc && { ...loc, format: sourceType };
  }
}

function excerptOf(
  { file, line, column, format }: Place,
  files: Readonly<Record<string, string>>,
): string {
  const text = files[file]?.split('\n')[line - 1] ?? '';
  const origin = format === 'module' ? 'file://' : '';
  return `${origin}/app/${file}:${line}\n${text}\n${' '.repeat(column)}^\n\n`;
}
