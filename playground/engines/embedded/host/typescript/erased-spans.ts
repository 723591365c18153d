import { Type, Word, type Source } from './source.ts';

export type SpanKind = 'statement' | 'assertion' | 'modifier' | 'annotation';

/** Tokens that go together, by index: the first, and the one after the last. */
export interface Span {
  readonly kind: SpanKind;
  readonly from: number;
  readonly to: number;
}

const modifiers = [
  Type._abstract,
  Type._readonly,
  Type._declare,
  Type._public,
  Type._private,
  Type._protected,
  Type._override,
] as const;

const annotationStarts = [
  Type.colon,
  Type.question,
  Type.bang,
  Type.lessThan,
  Type._this,
  Type._implements,
] as const;

/** @returns what has to go, in the order of the text */
export function erasedSpans(source: Source): readonly Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < source.tokens.length;) {
    const span = spanAt(source, at);
    if (span) spans.push(span);
    at = span?.to ?? at + 1;
  }
  return spans;
}

function spanAt(source: Source, at: number): Span | undefined {
  if (isTypeImport(source, at)) return { kind: 'statement', from: at, to: clauseEnd(source, at) };
  const memberEnd = typeOnlyMemberEnd(source, at);
  if (memberEnd) return { kind: 'statement', from: at, to: memberEnd };
  if (source.isType(at)) return typeSpan(source, at);
  if (source.is(at, Type.nonNullAssertion)) return { kind: 'annotation', from: at, to: at + 1 };
  if (source.is(at, ...modifiers)) return { kind: 'modifier', from: at, to: at + 1 };
  return undefined;
}

/** `import type`, `export type {` and `export type *`. */
function isTypeImport(source: Source, at: number): boolean {
  if (source.isType(at) || !source.isWord(at + 1, Word._type)) return false;
  if (source.is(at, Type._export)) return source.is(at + 2, Type.braceL, Type.star);
  if (!source.is(at, Type._import)) return false;
  const named = source.is(at + 2, Type.name) && !source.isWord(at + 2, Word._from);
  return named || source.is(at + 2, Type.braceL, Type.star);
}

/** @returns the index after an import or export with its source, attributes and semicolon */
function clauseEnd(source: Source, at: number): number {
  let end = at + 2;
  while (source.is(end, Type.name, Type.comma, Type.star, Type._as, Type.eq)) end += 1;
  if (source.is(end, Type.braceL)) end = source.closing(end) + 1;
  if (source.is(end, Type.parenL)) end = source.closing(end) + 1;
  if (source.isWord(end, Word._from)) end += 1;
  if (source.is(end, Type.string)) end += 1;
  if (source.is(end, Type._with)) end = source.closing(end + 1) + 1;
  return source.is(end, Type.semi) ? end + 1 : end;
}

/** A field that is `abstract` or `declare`d exists only as a type. */
function typeOnlyMemberEnd(source: Source, at: number): number | undefined {
  let name = at;
  let typeOnly = false;
  while (source.is(name, ...modifiers, Type._static) && !source.isType(name)) {
    typeOnly ||= source.is(name, Type._abstract, Type._declare);
    name += 1;
  }
  if (!typeOnly || source.is(name, Type._class)) return undefined;
  if (source.isWord(name, Word._accessor) && !source.isType(name + 1)) name += 1;
  if (source.is(name, Type.hash)) name += 1;
  let end = source.is(name, Type.bracketL) ? source.closing(name) + 1 : name + 1;
  while (source.isType(end) && !startsMember(source, end)) end += 1;
  return source.is(end, Type.semi) ? end + 1 : end;
}

/** Two neighbors without a semicolon between them, the second on a line of its own. */
function startsMember(source: Source, at: number): boolean {
  return source.is(at, ...modifiers) && source.breaks(source.end(at - 1), source.start(at));
}

function typeSpan(source: Source, from: number): Span {
  if (isAssertion(source, from)) return { kind: 'assertion', from, to: typeEnd(source, from) };
  if (source.is(from, ...annotationStarts))
    return { kind: 'annotation', from, to: typeEnd(source, from) };
  if (isSpecifier(source, from)) {
    const end = typeEnd(source, from);
    return { kind: 'annotation', from, to: source.is(end, Type.comma) ? end + 1 : end };
  }
  return { kind: 'statement', from, to: typeEnd(source, from) };
}

/** An interface's member may be named `as`, but no statement begins with that word as a type. */
function isAssertion(source: Source, at: number): boolean {
  return source.is(at, Type._as) || source.isWord(at, Word._as, Word._satisfies);
}

function isSpecifier(source: Source, at: number): boolean {
  return source.isWord(at, Word._type) && source.is(at - 1, Type.braceL, Type.comma)
    ? source.is(at + 1, Type.name) && !source.is(at + 2, Type.eq, Type.lessThan)
    : false;
}

/** @returns the index after the type tokens at `from`, or of the statement that follows them */
function typeEnd(source: Source, from: number): number {
  let end = from;
  while (source.isType(end)) {
    const closed = source.is(end, Type.braceL, Type.parenL, Type.bracketL);
    const next = closed ? source.closing(end) + 1 : end + 1;
    if (source.is(next - 1, Type.semi) || startsStatement(source, next)) return next;
    end = next;
  }
  return end;
}

const statementWords = [Word._type, Word._interface, Word._declare, Word._namespace] as const;

/** Types follow each other without semicolons as well; comments between them stay. */
function startsStatement(source: Source, at: number): boolean {
  if (!source.isType(at) || !source.breaks(source.end(at - 1), source.start(at))) return false;
  return (
    source.is(at, Type._export, Type._declare, Type._function) ||
    (source.isWord(at, ...statementWords) && source.is(at + 1, Type.name))
  );
}
