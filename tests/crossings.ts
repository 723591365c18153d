import { ESLint } from 'eslint';

const eslint = new ESLint();

/** The rules that keep the rooms apart: eslint.rooms.js and eslint.walls.js. */
const RULES = new Set([
  'boundaries/dependencies',
  'no-restricted-imports',
  'no-restricted-globals',
  'no-restricted-syntax',
]);

/**
 * What the linter says of the rooms when a file holds some code.
 *
 * @param file path from the root; it need not exist
 */
export async function crossings(file: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath: file });
  return results.flatMap(({ messages }) =>
    messages
      .filter(({ ruleId, fatal }) => fatal === true || RULES.has(ruleId ?? ''))
      .map(({ message }) => message),
  );
}
