/** A word of a text, as it stands there and as it is compared. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, without diacritics. */
  readonly plain: string;
  readonly stem: string;
}

const compound = /[\p{L}\p{N}]+(?:[/\-_.'’][\p{L}\p{N}]+)*/gu;
const simple = /[\p{L}\p{N}]+/gu;
const joiner = /[/\-_.'’]/;
const shortestHump = 3;
const camelPart = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu;

/** Words that say nothing about which capability is meant. */
const fillers = new Set(
  'a an and are as at be but by can do does for from get how i if in into is it its me my no not of on or our so some than that the their then there they this to too up us was we what when where which while who why will with without you your'.split(
    ' ',
  ),
);

// cspell:ignore ation ence isation ization sions tion tions ings sses ents encies ations bdgmnprt throttl stopp
/** Endings and what stands in their place; the first that fits and leaves a root is taken. */
const endings: readonly (readonly [ending: string, replacement: string, shortestRoot: number])[] = [
  ['ization', 'iz', 3],
  ['isation', 'iz', 3],
  ['ations', 'at', 3],
  ['ation', 'at', 3],
  ['encies', '', 4],
  ['ency', '', 4],
  ['ence', '', 4],
  ['ents', '', 4],
  ['ent', '', 5],
  ['sions', 's', 3],
  ['sion', 's', 3],
  ['tions', 't', 3],
  ['tion', 't', 3],
  ['ings', '', 4],
  ['ing', '', 3],
  ['sses', 'ss', 2],
  ['ies', 'y', 3],
  ['ied', 'y', 3],
  ['ed', '', 3],
  ['es', '', 3],
  ['e', '', 3],
];

/**
 * A light English stemmer: enough that "retries" finds "retry", "caching" "cache" and "exhausted"
 * "exhaustion". It never has to be right, only the same for index and query.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const found = endings.find(
    ([ending, , shortest]) => word.endsWith(ending) && word.length - ending.length >= shortest,
  );
  if (found !== undefined) {
    const [ending, replacement] = found;
    return withoutDouble(word.slice(0, -ending.length) + replacement);
  }
  return /[^su]s$/.test(word) ? stemOf(word.slice(0, -1)) : word;
}

/** "throttl(ing)" and "throttl(e)" agree by themselves; "stopp(ing)" has to lose a letter. */
function withoutDouble(root: string): string {
  return /([bdgmnprt])\1$/.test(root) ? root.slice(0, -1) : root;
}

function wordAt(text: string, start: number): Word {
  const lower = text.toLowerCase();
  const isPlain = /^[a-z0-9]+$/.test(lower);
  const plain = isPlain ? lower : lower.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
  return { start, end: start + text.length, plain, stem: stemOf(plain) };
}

/**
 * The words of a text of the index. Compounds are there in parts and as a whole, so that "pubsub",
 * "pub/sub", "circuit" and "CallNotPermittedException" are all found.
 */
export function indexWords(text: string): Word[] {
  return [...text.matchAll(compound)].flatMap(({ 0: whole, index }) => {
    const words = [wordAt(whole, index)];
    for (const part of partsOf(whole)) {
      const word = wordAt(part.text, index + part.start);
      if (words.every((known) => known.plain !== word.plain)) words.push(word);
    }
    return words;
  });
}

interface Part {
  readonly text: string;
  readonly start: number;
}

const piecesOf = (text: string, pattern: RegExp): Part[] =>
  [...text.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index }));

/** The parts of a compound; a simple word has none. */
function partsOf(whole: string): Part[] {
  const simpleParts = joiner.test(whole) ? piecesOf(whole, simple) : [];
  const candidates = simpleParts.length > 0 ? simpleParts : [{ text: whole, start: 0 }];
  const humps = candidates.filter(({ text }) => isCamelCase(text));
  const humpParts = humps.flatMap(({ text, start }) =>
    piecesOf(text, camelPart).map((piece) => ({ ...piece, start: start + piece.start })),
  );
  return [...simpleParts, ...humpParts];
}

/** Names of code are cut at their humps; "GraphQL" is a brand. */
function isCamelCase(text: string): boolean {
  if (!/\p{Ll}\p{Lu}/u.test(text)) return false;
  return [...text.matchAll(camelPart)].every((piece) => piece[0].length >= shortestHump);
}

/** The words of a query, without fillers unless there is nothing else. */
export function queryWords(text: string): Word[] {
  const words = [...text.matchAll(simple)].map((match) => wordAt(match[0], match.index));
  const telling = words.filter((word) => !fillers.has(word.plain));
  return telling.length > 0 ? telling : words;
}
