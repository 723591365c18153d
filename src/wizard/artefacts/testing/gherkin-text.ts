/** Text within a step or a title, on one line. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** One example of a behavior; an outline is one for each row of its table. */
export interface Scenario {
  readonly name: string;
  readonly tags?: readonly string[];
  readonly steps: readonly string[];
  /** The first row names the places that steps write as `<name>`; absent for a single example. */
  readonly examples?: readonly (readonly string[])[];
}

/** A file of Gherkin (https://cucumber.io/docs/gherkin/reference/). */
export function feature(
  name: string,
  madeFrom: string,
  description: readonly string[],
  scenarios: readonly Scenario[],
): string {
  return [
    `# Made from ${madeFrom}.`,
    `Feature: ${onOneLine(name)}`,
    ...description.map((line) => `  ${onOneLine(line)}`),
    ...scenarios.flatMap((each) => ['', ...scenarioLines(each)]),
    '',
  ].join('\n');
}

function scenarioLines({ name, tags = [], steps, examples }: Scenario): readonly string[] {
  return [
    ...(tags.length === 0 ? [] : [`  ${tags.map((tag) => `@${tag}`).join(' ')}`]),
    `  ${examples === undefined ? 'Scenario' : 'Scenario Outline'}: ${onOneLine(name)}`,
    ...steps.map((step) => `    ${onOneLine(step)}`),
    ...(examples === undefined
      ? []
      : ['', '    Examples:', ...examples.map((row) => `      | ${row.map(cell).join(' | ')} |`)]),
  ];
}

/** A cell of a table: a bar and a backslash are escaped. */
function cell(text: string): string {
  return onOneLine(text).replaceAll(/[\\|]/gu, String.raw`\$&`);
}
