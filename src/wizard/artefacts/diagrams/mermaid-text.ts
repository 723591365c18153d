/** Ids that Mermaid cannot mistake for a keyword such as `end`. */
export function mermaidId(id: string): string {
  return `n_${id.replaceAll(/[^a-z0-9]/giu, '_')}`;
}

/** Text inside double quotes: Mermaid's own entity stands for the quote. */
export function quotedText(value: string): string {
  return value.replaceAll('"', '#quot;').replaceAll(/\s+/gu, ' ');
}

/** Text of a sequence diagram, where ";" ends a statement and "#" begins an entity. */
export function messageText(value: string): string {
  return value
    .replaceAll(/[#;<>]/gu, (character) => `#${character.codePointAt(0) ?? 32};`)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
