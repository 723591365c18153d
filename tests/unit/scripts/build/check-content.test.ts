/** What only shows beside the wizard, or when an example runs, stops a build before Astro starts. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../../../scripts/build/check-content.ts';
import { scratchLibrary } from '../../catalogue/scratch-library.ts';

const PAGE = 'patterns/resilience-and-fault-tolerance/circuit-breaker';

/** A repository with the circuit breaker's page and its example, either of them changed. */
function scratchRepository(
  editPage: (page: string) => string,
  main?: string,
): { root: string; lineOf: (text: string) => number } {
  const root = scratchLibrary(editPage);
  for (const folder of ['playground/lab', `${PAGE}/example`]) {
    cpSync(folder, join(root, folder), { recursive: true });
  }
  cpSync('src/patterns/trace-hook.ts', join(root, 'src/patterns/trace-hook.ts'));
  if (main !== undefined) writeFileSync(join(root, PAGE, 'example/main.ts'), main);
  const lines = readFileSync(join(root, PAGE, 'index.mdx'), 'utf8').split('\n');
  return { root, lineOf: (text) => lines.findIndex((line) => line.includes(text)) + 1 };
}

test('a decision that the wizard does not make is refused, at its line', async () => {
  const wrong = '  wizardDecisions: [30, 39]';
  const { root, lineOf } = scratchRepository((page) =>
    page.replace(/^ {2}wizardDecisions: .*$/m, wrong),
  );
  await expect(checkContent(root, [29, 30, 40])).rejects.toThrow(
    `${PAGE}/index.mdx:${lineOf(wrong)}  the wizard makes no decision 39\n    It makes: 29, 30, 40.`,
  );
});

test('an example that fails is told by its file, with what it said', async () => {
  const { root } = scratchRepository(
    (page) => page,
    "console.error('no luck');\nprocess.exit(1);\n",
  );
  await expect(checkContent(root, [30])).rejects.toThrow(
    /^1 problem in the content:\n\n\S+\/example\/main\.ts:1 {2}does not run to its end: no luck\n {4}Run "node main.ts"/,
  );
});

test('a page whose example is missing is told so', async () => {
  const root = scratchLibrary((page) => page);
  await expect(checkContent(root, [30])).rejects.toThrow(
    `${PAGE}/example/example.json:1  is missing`,
  );
});
