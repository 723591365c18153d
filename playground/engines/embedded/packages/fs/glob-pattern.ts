/** Patterns of paths as regular expressions: `*`, `?`, `[…]`, `{a,b}`, `**`, `@(a|b)`. */

const extended: Readonly<Record<string, string>> = { '@': '', '?': '?', '*': '*', '+': '+' };

/** `a{b,c}` → `ab`, `ac` */
function expandBraces(pattern: string): string[] {
  const found = /\{([^{}]*)\}/.exec(pattern);
  if (!found) return [pattern];
  const [whole, inner = ''] = found;
  const before = pattern.slice(0, found.index);
  const after = pattern.slice(found.index + whole.length);
  const range = /^(-?\d+)\.\.(-?\d+)$/.exec(inner);
  const choices = range ? numbersBetween(Number(range[1]), Number(range[2])) : inner.split(',');
  if (!range && choices.length === 1) return expandBraces(`${before}\\{${inner}\\}${after}`);
  return choices.flatMap((choice) => expandBraces(before + choice + after));
}

function numbersBetween(first: number, last: number): string[] {
  const step = first <= last ? 1 : -1;
  const count = Math.abs(last - first) + 1;
  return Array.from({ length: count }, (_, at) => String(first + at * step));
}

const special = /[.+^${}()|[\]\\]/g;

/** One part of a path; the places of a pattern are read from left to right. */
function partSource(part: string): string {
  let source = '';
  for (let at = 0; at < part.length; at += 1) {
    const sign = part[at] ?? '';
    const group = /^[@?*+!]\(([^()]*)\)/.exec(part.slice(at));
    const set = /^\[[!^]?[^\]]+\]/.exec(part.slice(at));
    if (group) {
      source += groupSource(sign, group[1] ?? '');
      at += group[0].length - 1;
    } else if (set) {
      source += set[0].replace(/^\[!/, '[^');
      at += set[0].length - 1;
    } else if (sign === '*') source += '[^/]*';
    else if (sign === '?') source += '[^/]';
    else if (sign === '\\') {
      at += 1;
      source += (part[at] ?? '').replaceAll(special, '\\$&');
    } else source += sign.replaceAll(special, '\\$&');
  }
  return source;
}

function groupSource(sign: string, inner: string): string {
  const choices = inner.split('|').map(partSource).join('|');
  return sign === '!' ? `(?!(?:${choices})$)[^/]*` : `(?:${choices})${extended[sign] ?? ''}`;
}

/** A wildcard takes no name that begins with a dot. */
const visible = String.raw`(?!\.)`;

function pathSource(pattern: string): string {
  const parts = pattern.split('/');
  const sources = parts.map((part, at) => {
    const last = at === parts.length - 1;
    if (part === '**')
      return last ? `(?:${visible}[^/]+(?:/${visible}[^/]+)*)?` : `(?:${visible}[^/]+/)*`;
    return (/^[*?[@+!]/.test(part) ? visible : '') + partSource(part) + (last ? '' : '/');
  });
  return sources.join('');
}

const compiled = new Map<string, RegExp>();

export function matchesPattern(path: string, pattern: string): boolean {
  const known = compiled.get(pattern);
  const expression =
    known ?? new RegExp(`^(?:${expandBraces(pattern).map(pathSource).join('|')})$`, 'u');
  compiled.set(pattern, expression);
  return expression.test(path);
}
