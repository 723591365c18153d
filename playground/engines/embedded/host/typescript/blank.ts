import type { Span } from './erased-spans.ts';
import { Type, Word, type Source } from './source.ts';

/** What continues the expression of the line before, unless a semicolon stands between. */
const continuations = [
  Type.parenL,
  Type.bracketL,
  Type.backQuote,
  Type.plus,
  Type.minus,
  Type.slash,
  Type.star,
  Type.lessThan,
  Type.regexp,
] as const;

/** @returns the text with white space for the spans, a line for each line */
export function blank(source: Source, spans: readonly Span[]): string {
  const units = source.text.split('');
  const clear = (from: number, to: number): void => {
    for (let at = from; at < to; at++) units[at] = blankOf(units[at]);
  };
  for (const { kind, from, to } of spans)
    clear(kind === 'assertion' ? source.end(from - 1) : source.start(from), source.end(to - 1));
  const erased = new Set(spans.flatMap(({ from, to }) => indexes(from, to)));
  for (const span of spans) {
    const kept = neighbors(source, span, erased);
    const semicolon = semicolonPlace(source, span, kept);
    if (semicolon !== undefined) units[semicolon] = ';';
    const moved = movedParen(source, span, kept);
    if (!moved) continue;
    units[moved.to] = units[moved.from] ?? '';
    clear(moved.from, moved.from + 1);
  }
  return units.join('');
}

function blankOf(unit: string | undefined): string {
  return unit !== undefined && /[\s]/.test(unit) ? unit : ' ';
}

function indexes(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

/** Indexes of the tokens that stay on either side. */
interface Kept {
  readonly before: number;
  readonly after: number;
}

function neighbors(source: Source, { from, to }: Span, erased: ReadonlySet<number>): Kept {
  let before = from - 1;
  let after = to;
  while (erased.has(before)) before -= 1;
  while (erased.has(after) && after < source.tokens.length) after += 1;
  return { before, after };
}

/** Where a semicolon keeps apart what the span kept apart. */
function semicolonPlace(source: Source, span: Span, kept: Kept): number | undefined {
  if (!needed[span.kind](source, span, kept)) return undefined;
  if (span.kind !== 'annotation') return source.start(span.from);
  return source.start(
    indexes(span.from, span.to).find((at) => source.is(at, Type.colon)) ?? span.from,
  );
}

const needed: Record<Span['kind'], (source: Source, span: Span, kept: Kept) => boolean> = {
  statement(source, { from }, { before, after }) {
    if (before < 0 || before < from - 1) return false;
    if (isBodyOf(source, before)) return true;
    const open = source.is(before, Type.semi, Type.braceL, Type.colon);
    return !open && source.is(after, ...continuations);
  },
  assertion(source, { to }, { after }) {
    const breaks = source.breaks(source.end(to - 1), source.start(after));
    return breaks && source.is(after, Type.parenL, Type.bracketL, Type.backQuote);
  },
  modifier(source, { from }, { before, after }) {
    if (before !== from - 1 || !source.is(after, Type.bracketL, Type.star)) return false;
    return !source.is(before, Type._static) && !decorated(source, before);
  },
  annotation(source, { from, to }, { before, after }) {
    if (!source.isWord(before, Word._get, Word._set, Word._static)) return false;
    const follows = !source.is(after, Type.semi, Type.eq, Type.comma, Type.parenR, Type.braceR);
    return before === from - 1 && follows && source.breaks(source.end(to - 1), source.start(after));
  },
};

/** The one statement of an `if`, `else`, `for` or `while`. */
function isBodyOf(source: Source, before: number): boolean {
  if (source.is(before, Type._else)) return true;
  if (!source.is(before, Type.parenR)) return false;
  const open = source.opening(before);
  return source.is(open - 1, Type._if, Type._for, Type._while);
}

function decorated(source: Source, at: number): boolean {
  for (let before = at; !source.is(before, Type.semi, Type.braceL, Type.braceR); before--) {
    if (before < 0) return false;
    if (source.is(before, Type.at)) return true;
  }
  return false;
}

/** A parenthesis by its places before and after. */
interface Moved {
  readonly from: number;
  readonly to: number;
}

/** No line may end before an arrow, nor after `return`, `throw` and `async`. */
function movedParen(
  source: Source,
  { from, to }: Span,
  { before, after }: Kept,
): Moved | undefined {
  if (!source.breaks(source.start(from), source.start(after))) return undefined;
  if (source.is(before, Type.parenR) && source.is(after, Type.arrow))
    return { from: source.start(before), to: source.end(to - 1) - 1 };
  const holds =
    source.is(before, Type._return, Type._throw, Type._yield, Type._async) ||
    source.isWord(before, Word._async);
  if (holds && source.is(from, Type.lessThan) && source.is(after, Type.parenL))
    return { from: source.start(after), to: source.start(from) };
  return undefined;
}
