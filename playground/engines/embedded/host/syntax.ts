import { nodeVersion } from '../node-version.ts';
import type { Report } from './report.ts';

interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

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
    fault: place && { ...place, column: place.column + 1, message: words },
  };
}

async function findPlace(files: Readonly<Record<string, string>>): Promise<Place | undefined> {
  const { parse } = await import('acorn');
  for (const [file, text] of Object.entries(files)) {
    if (file.endsWith('.json')) continue;
    try {
      parse(text, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true });
    } catch (error) {
      const { loc } = error as { loc?: { line: number; column: number } };
      if (loc) return { file, line: loc.line, column: loc.column };
    }
  }
  return undefined;
}

function excerptOf({ file, line, column }: Place, files: Readonly<Record<string, string>>): string {
  const text = files[file]?.split('\n')[line - 1] ?? '';
  return `file:///app/${file}:${line}\n${text}\n${' '.repeat(column)}^\n\n`;
}
