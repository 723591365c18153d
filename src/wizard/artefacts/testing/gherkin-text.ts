/** Text within a step, a title or a cell, on one line. */
export function stepText(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** One example of a behavior. */
export interface Scenario {
  readonly name: string;
  readonly tags?: readonly string[];
  readonly steps: readonly string[];
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
    `Feature: ${stepText(name)}`,
    ...description.map((line) => `  ${stepText(line)}`),
    ...scenarios.flatMap((each) => ['', ...scenarioLines(each)]),
    '',
  ].join('\n');
}

function scenarioLines({ name, tags = [], steps }: Scenario): readonly string[] {
  return [
    ...(tags.length === 0 ? [] : [`  ${tags.map((tag) => `@${tag}`).join(' ')}`]),
    `  Scenario: ${stepText(name)}`,
    ...steps.map((step) => `    ${stepText(step)}`),
  ];
}
