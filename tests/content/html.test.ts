/** Every built page is valid HTML; .htmlvalidate.mjs says by which rules. */
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { resolve } from 'node:path';
import { builtPages } from '../../scripts/html/pages.ts';

const pages = await builtPages(resolve(process.env['SITE_DIR'] ?? 'dist'));
const validator = new HtmlValidate(new FileSystemConfigLoader());

test.each(pages)('$pathname is valid', async ({ file }) => {
  const { results } = await validator.validateFile(file);
  const problems = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
  expect(problems).toEqual([]);
});
