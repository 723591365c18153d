import { readLibrary } from '../../src/catalogue/load/library.ts';
import type { WrittenPattern } from '../../src/catalogue/load/patterns.ts';
import { ContentError } from '../../src/catalogue/load/problem.ts';
import type { Problem } from '../../src/catalogue/load/problem.ts';
import { readExamplePack } from '../../src/patterns/example-pack.ts';
import { openapiProblems } from '../../src/patterns/openapi-problems.ts';
import { recordRun } from '../../src/patterns/recorded-run.ts';
import { decisionIds, decisions } from '../../src/wizard/model/decisions.ts';

const wizardNumbers = decisionIds.map((id) => decisions[id].number);

/**
 * Reads all content and runs every example, so that a mistake is told in a few lines, before Astro
 * starts and wraps it in its own. The runs are kept, and the pages show them.
 *
 * @param root folder of the repository
 * @param numbers of the decisions that pages may name
 * @throws ContentError with every problem, each with file, line and what to do
 */
export async function checkContent(
  root: string,
  numbers: readonly number[] = wizardNumbers,
): Promise<void> {
  const patterns = [...readLibrary(root).patterns.values()];
  const examples = await Promise.all(patterns.map(({ id }) => exampleProblems(id, root)));
  const problems = [
    ...patterns.flatMap((one) => unknownDecisions(one, numbers)),
    ...examples.flat(),
  ];
  if (problems.length > 0) throw new ContentError(problems);
}

function unknownDecisions(
  { data, file, lineOf }: WrittenPattern,
  numbers: readonly number[],
): Problem[] {
  return data.wizardDecisions.flatMap((number, i) => {
    if (numbers.includes(number)) return [];
    const line = lineOf(['wizardDecisions', i]);
    const what = `the wizard makes no decision ${number}`;
    return [{ file, line, what, whatToDo: `It makes: ${numbers.join(', ')}.` }];
  });
}

async function exampleProblems(capability: string, root: string): Promise<readonly Problem[]> {
  try {
    const pack = await readExamplePack(capability, root);
    const problems = await openapiProblems(pack);
    if (problems.length === 0) await recordRun(pack, root);
    return problems;
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}
