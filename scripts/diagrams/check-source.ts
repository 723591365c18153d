const refused: readonly (readonly [pattern: RegExp, why: string])[] = [
  [
    /^\s*(classDef|style|linkStyle)\b/m,
    'sets colors; put a class on the node instead (:::ok, :::warn, :::fail, :::sel, :::ext)',
  ],
  [/^[ \t]*actor\b/m, 'draws a stick figure over its name; use participant'],
  [/%%\{/, 'has a directive; the look is set in scripts/diagrams/mermaid-config.ts'],
  [/^---\s*$/m, 'has frontmatter; the look is set in scripts/diagrams/mermaid-config.ts'],
];

/**
 * What a source must have and must not have before Mermaid sees it.
 *
 * @returns what is wrong, one sentence each; empty when the source may be drawn
 */
export function problemsOf(source: string): string[] {
  const problems = refused.filter(([pattern]) => pattern.test(source)).map(([, why]) => why);
  if (!/^[ \t]*accTitle[ \t]*:[ \t]*\S/m.test(source)) {
    problems.push('has no accTitle: name what is drawn');
  }
  if (!/^[ \t]*accDescr[ \t]*(:[ \t]*\S|\{)/m.test(source)) {
    problems.push('has no accDescr: say in a sentence what the drawing shows');
  }
  return problems;
}
