/** `npm run check`: what holds without running anything. Names after `--` run only those checks. */
import { availableParallelism } from 'node:os';
import { checkSteps } from './steps/checks.ts';
import { stepLines, totalLine } from './steps/report.ts';
import { runSteps } from './steps/run-steps.ts';

const names = process.argv.slice(2);
const unknown = names.filter((name) => !checkSteps.some((step) => step.name === name));
if (unknown.length > 0) {
  const known = checkSteps.map(({ name }) => `"${name}"`).join(', ');
  console.error(`There is no check ${unknown.join(', ')}. The checks: ${known}.`);
  process.exit(2);
}

// A named check brings along what it needs.
const wanted = new Set(names.flatMap((name) => [name, ...prerequisitesOf(name)]));
const chosen = names.length === 0 ? checkSteps : checkSteps.filter(({ name }) => wanted.has(name));
const finished = await runSteps(chosen, availableParallelism(), (step) => {
  console.log(stepLines(step));
});
console.log(totalLine(finished));
process.exitCode = finished.some(({ result }) => result.failed > 0) ? 1 : 0;

function prerequisitesOf(name: string): readonly string[] {
  return checkSteps.find((step) => step.name === name)?.after ?? [];
}
