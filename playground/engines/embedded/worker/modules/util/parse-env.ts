import { validateString } from '../errors/validate.ts';

/** `util.parseEnv`: the text of a `.env` file as Node reads it. */

interface Rest {
  readonly key: string;
  readonly value: string;
  /** What follows, from the end of the value's line on. */
  readonly rest: string;
}

const spaces = /^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g;
const trim = (text: string): string => text.replaceAll(spaces, '');
const quotes = new Set(['"', "'", '`']);

/** The text from the next end of a line on. */
function fromLineEnd(text: string, start = 0): string {
  const end = text.indexOf('\n', start);
  return end === -1 ? '' : text.slice(end);
}

function plainValue(key: string, text: string): Rest {
  const [line = ''] = text.split('\n', 1);
  const [value = ''] = line.split('#', 1);
  return { key, value: trim(value), rest: trim(fromLineEnd(text)) };
}

/** A quoted value may go over lines; without its last quote, its first line is the value. */
function quotedValue(key: string, text: string): Rest {
  const quote = text[0] ?? '';
  const end = text.indexOf(quote, 1);
  if (end === -1) {
    const [line = ''] = text.split('\n', 1);
    return { key, value: line, rest: trim(fromLineEnd(text)) };
  }
  const inside = text.slice(1, end);
  const value = quote === '"' ? inside.replaceAll('\\n', '\n') : inside;
  return { key, value, rest: trim(fromLineEnd(text, end + 1)) };
}

function readValue(name: string, text: string): Rest {
  // Node looks for the word only where a value follows.
  if (text === '' || text.startsWith('\n')) return { key: name, value: '', rest: text.slice(1) };
  const key = name.startsWith('export ') ? trim(name.slice('export '.length)) : name;
  const begun = trim(text);
  return quotes.has(begun[0] ?? '') ? quotedValue(key, begun) : plainValue(key, begun);
}

/**
 * @returns the variables in the order of their names
 * @throws {TypeError} where `content` is no string
 */
export function parseEnv(content: unknown): Record<string, string> {
  validateString(content, 'content');
  const found = new Map<string, string>();
  let rest = trim(content.replaceAll('\r', ''));
  while (rest !== '') {
    const line = /^[^\n]*/.exec(rest)?.[0] ?? '';
    const equal = line.indexOf('=');
    if (equal === -1 || line.startsWith('#')) {
      // After a comment, spaces before a name count: Node then sees no comment behind them.
      const next = fromLineEnd(rest).slice(1);
      rest = line === '' || line.startsWith('#') ? next : trim(next);
      continue;
    }
    const name = trim(line.slice(0, equal));
    const after = rest.slice(equal + 1);
    if (name === '' && line.length > equal + 1) {
      // Node reads on behind the sign, not in the next line.
      rest = trim(after);
      continue;
    }
    const read = readValue(name, after);
    found.set(read.key, read.value);
    rest = read.rest;
  }
  const ordered = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(ordered);
}
