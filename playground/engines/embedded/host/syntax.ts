import { nodeVersion } from '../node-version.ts';

interface Fault {
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
): Promise<string> {
  const fault = await findFault(files).catch(() => undefined);
  return `${fault ? placeOf(fault, files) : ''}SyntaxError: ${message}\n\nNode.js ${nodeVersion}\n`;
}

async function findFault(files: Readonly<Record<string, string>>): Promise<Fault | undefined> {
  const { parse } = await import('acorn');
  for (const [file, text] of Object.entries(files)) {
    if (file.endsWith('.json')) continue;
    try {
      parse(text, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true });
    } catch (error) {
      const { loc } = error as { loc?: { line: number; column: number } };
      if (loc) return { file, ...loc };
    }
  }
  return undefined;
}

function placeOf({ file, line, column }: Fault, files: Readonly<Record<string, string>>): string {
  const text = files[file]?.split('\n')[line - 1] ?? '';
  return `file:///app/${file}:${line}\n${text}\n${' '.repeat(column)}^\n\n`;
}
