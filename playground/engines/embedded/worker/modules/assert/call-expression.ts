/** Finds the text of a call in a line of source, for the message of `assert(value)`. */

/** The names before the call: `assert.` of `assert.ok(…)`. */
const accessBefore = /[\w$]+(?:\??\.[\w$]*|\[[^\]]*\])*\??\.?$/;

const quotes = new Set(['"', "'", '`']);

/** @returns the position after a string that begins at `start` */
function afterString(line: string, start: number): number {
  const quote = line[start];
  let position = start + 1;
  while (position < line.length && line[position] !== quote)
    position += line[position] === '\\' ? 2 : 1;
  return position + 1;
}

/** @returns the position after the call's closing parenthesis, or the end of the line */
function endOfCall(line: string, start: number): number {
  let depth = 0;
  let position = start;
  while (position < line.length) {
    const character = line[position] ?? '';
    if (quotes.has(character)) {
      position = afterString(line, position);
      continue;
    }
    if (character === ';') return position;
    if (character === '(') depth++;
    if (character === ')' && --depth === 0) return position + 1;
    position++;
  }
  return line.length;
}

/** @param column from 1, of the function's name; like Node, this looks at one line only */
export function callExpression(line: string, column: number): string {
  const start = column - 1;
  const before = accessBefore.exec(line.slice(0, start))?.[0] ?? '';
  const isAccess = /[.[\]]$/.test(before);
  return line.slice(isAccess ? start - before.length : start, endOfCall(line, start));
}
