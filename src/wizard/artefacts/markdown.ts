/** Text that Markdown takes as it stands, on one line. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_<>[\]|#]/gu, String.raw`\$&`);
}

/** A table; its cells are Markdown, without line breaks or bars of their own. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** A list, or one sentence where there is nothing to list. */
export function list(items: readonly string[], none: string): readonly string[] {
  return items.length === 0 ? [none] : items.map((item) => `- ${item}`);
}

/** A document: a title, a comment that says what it was made from, and sections. */
export function markdownDocument(
  title: string,
  madeFrom: string,
  lead: readonly string[],
  sections: readonly Section[],
): string {
  return [
    `# ${title}`,
    '',
    `<!-- Made from ${madeFrom}. -->`,
    ...(lead.length === 0 ? [] : ['', ...lead]),
    ...sections.flatMap(sectionLines),
    '',
  ].join('\n');
}

/** A heading and what stands under it; level 2 where none is named. */
export interface Section {
  readonly heading: string;
  readonly level?: 2 | 3;
  readonly lines: readonly string[];
}

function sectionLines({ heading, level = 2, lines }: Section): readonly string[] {
  const body = lines.length === 0 ? [] : ['', ...lines];
  return ['', `${'#'.repeat(level)} ${heading}`, ...body];
}
