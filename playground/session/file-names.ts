/** Languages that a program may be written in, and what it may read. */
const endings = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs', 'json', 'md', 'txt', 'yaml', 'graphql'];
const namePattern = new RegExp(
  `^(?:[a-z0-9][a-z0-9_-]*/){0,3}[A-Za-z0-9][A-Za-z0-9._-]*\\.(?:${endings.join('|')})$`,
);
const longest = 60;

/** Names that the downloaded project needs for itself. */
const taken = /^(?:package(?:-lock)?\.json|readme\.md|(?:lab|node_modules)\/.*)$/i;

/**
 * Whether a file may have this name: in the editor, in a link, in a zip on any system.
 * @param others names that there are already
 * @returns what is wrong with it, as a sentence; empty where nothing is
 */
export function fileNameProblem(name: string, others: readonly string[]): string {
  if (name.length > longest) return `A name has at most ${longest} characters.`;
  if (!namePattern.test(name)) {
    return `Use letters, digits, dots and dashes, folders with “/”, and one of the endings .${endings.join(', .')}.`;
  }
  if (taken.test(name)) return `${name} is needed by the downloaded project.`;
  const same = others.find((other) => other.toLowerCase() === name.toLowerCase());
  return same === undefined ? '' : `There is a file ${same} already.`;
}
