import { program, runCommand } from './command.ts';
import { checkResult, type Step } from './step.ts';

const LIMIT_MS = 300_000;

interface Check {
  readonly name: string;
  readonly after?: readonly string[];
  readonly command: () => readonly string[];
}

/** What holds for the sources, without running them. */
const CHECKS: readonly Check[] = [
  {
    // Also writes the types of the collections, which the next one reads.
    name: 'content',
    command: () => [...program('astro'), 'sync'],
  },
  {
    name: 'types of the site',
    after: ['content'],
    command: () => [
      ...program('@astrojs/check', 'astro-check'),
      '--minimumFailingSeverity',
      'hint',
    ],
  },
  {
    name: 'types of the examples',
    command: () => [...program('typescript', 'tsc'), '--noEmit', '-p', 'tsconfig.examples.json'],
  },
  {
    name: 'lint and boundaries',
    command: () => [...program('eslint'), '--max-warnings', '0', '.'],
  },
  {
    name: 'format',
    command: () => [
      ...program('prettier'),
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      '.cache/prettier',
      '.',
    ],
  },
  {
    name: 'dead code',
    command: () => [...program('knip'), '--no-progress', '--treat-config-hints-as-errors'],
  },
  {
    name: 'spelling',
    command: () => [...program('cspell'), 'lint', '--no-progress', '--no-summary', '.'],
  },
];

/** The steps of `npm run check`. */
export const checkSteps: readonly Step[] = CHECKS.map(({ name, command, after = [] }) => ({
  name,
  after,
  rerun: `npm run check -- "${name}"`,
  run: async () => {
    const { code, output } = await runCommand(command(), LIMIT_MS);
    return checkResult(code === 0, output);
  },
}));
