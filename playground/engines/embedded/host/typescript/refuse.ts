import { Type, Word, type Source } from './source.ts';
import { TypeScriptFault } from './typescript-fault.ts';

const parameterModifiers = [
  Type._public,
  Type._private,
  Type._protected,
  Type._readonly,
  Type._override,
] as const;

/** TypeScript that means something at run time. Node's words for it. */
const refusals = {
  enum: 'TypeScript enum is not supported in strip-only mode',
  namespace: 'TypeScript namespace declaration is not supported in strip-only mode',
  module: '`module` keyword is not supported. Use `namespace` instead.',
  parameter: 'TypeScript parameter property is not supported in strip-only mode',
  import: 'TypeScript import equals declaration is not supported in strip-only mode',
  export: 'TypeScript export assignment is not supported in strip-only mode',
  cast:
    'The angle-bracket syntax for type assertions, `<T>expr`, is not supported in type strip ' +
    "mode. Instead, use the 'as' syntax: `expr as T`.",
} as const;

/**
 * @param source read
 * @param hasValues tells whether something of a namespace's body is left at run time
 * @throws {TypeScriptFault} at the first thing that cannot be taken away without changing what
 * the program does
 */
export function refuseUnsupported(source: Source, hasValues: (body: string) => boolean): void {
  for (let at = 0; at < source.tokens.length; at++) {
    const found = unsupportedAt(source, at, hasValues);
    if (found) refuse(source, found);
  }
}

interface Unsupported {
  readonly what: keyof typeof refusals;
  /** Indexes of the first token and of the last. */
  readonly from: number;
  readonly to: number;
}

function refuse(source: Source, { what, from, to }: Unsupported): never {
  const code = 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX';
  throw new TypeScriptFault(code, refusals[what], source.start(from), source.end(to));
}

function unsupportedAt(
  source: Source,
  at: number,
  hasValues: (body: string) => boolean,
): Unsupported | undefined {
  if (source.is(at, Type._enum) && !source.isType(at)) return enumAt(source, at);
  if (source.isWord(at, Word._namespace, Word._module)) return namespaceAt(source, at, hasValues);
  if (source.is(at, Type._import)) return importEqualsAt(source, at);
  if (source.is(at, Type._export) && source.is(at + 1, Type.eq))
    return { what: 'export', from: at, to: statementEnd(source, at) };
  if (source.is(at, ...parameterModifiers)) return parameterPropertyAt(source, at);
  return castAt(source, at);
}

function enumAt(source: Source, at: number): Unsupported {
  const from = source.is(at - 1, Type._const) ? at - 1 : at;
  return { what: 'enum', from, to: source.closing(at + 2) };
}

function namespaceAt(
  source: Source,
  at: number,
  hasValues: (body: string) => boolean,
): Unsupported | undefined {
  const declared = source.is(at - 1, Type._declare) || source.isWord(at - 1, Word._declare);
  const open = nameEnd(source, at + 1);
  if (!source.isType(at) || !source.is(at + 1, Type.name) || !source.is(open, Type.braceL))
    return undefined;
  if (source.isWord(at, Word._module)) return { what: 'module', from: at, to: at + 1 };
  const to = source.closing(open);
  const body = source.text.slice(source.end(open), source.start(to));
  return declared || !hasValues(body) ? undefined : { what: 'namespace', from: at, to };
}

/** @returns the index after `a.b.c` */
function nameEnd(source: Source, at: number): number {
  return source.is(at + 1, Type.dot) ? nameEnd(source, at + 2) : at + 1;
}

function importEqualsAt(source: Source, at: number): Unsupported | undefined {
  if (source.isType(at) || !source.is(at + 1, Type.name) || !source.is(at + 2, Type.eq))
    return undefined;
  const from = source.is(at - 1, Type._export) ? at - 1 : at;
  return { what: 'import', from, to: statementEnd(source, at) };
}

/** Modifiers stand in a class's body and, here refused, before a constructor's parameter. */
function parameterPropertyAt(source: Source, at: number): Unsupported | undefined {
  if (source.isType(at)) return undefined;
  let before = at - 1;
  while (source.is(before, ...parameterModifiers)) before -= 1;
  if (!source.is(before, Type.parenL, Type.comma)) return undefined;
  let from = at;
  while (source.is(from, ...parameterModifiers)) from += 1;
  const to = runEnd(source, from, (end) => source.is(end + 1, Type.comma, Type.parenR));
  return { what: 'parameter', from, to };
}

/** A `<` that begins a type where an expression begins, unless a function's head follows. */
function castAt(source: Source, at: number): Unsupported | undefined {
  const begins = source.is(at, Type.lessThan) && source.isType(at) && !source.isType(at - 1);
  if (!begins || endsExpression(source, at - 1)) return undefined;
  const after = source.afterAngles(at);
  if (source.is(after, Type.parenL) && isHead(source, after)) return undefined;
  return { what: 'cast', from: at, to: operandEnd(source, after) };
}

function isHead(source: Source, paren: number): boolean {
  let after = source.closing(paren) + 1;
  while (source.isType(after)) after += 1;
  return source.is(after, Type.arrow, Type.braceL);
}

const expressionEnds = [
  Type.name,
  Type.parenR,
  Type.bracketR,
  Type.braceR,
  Type._this,
  Type._super,
  Type._import,
  Type._class,
  Type.backQuote,
  Type.string,
  Type.num,
  Type.questionDot,
  Type.nonNullAssertion,
] as const;

function endsExpression(source: Source, at: number): boolean {
  return source.is(at, ...expressionEnds) || source.is(at - 1, Type.dot, Type.questionDot);
}

/** @returns the index of the last token of `a.b(c)[d]` */
function operandEnd(source: Source, at: number): number {
  const prefix = source.is(at, Type.bang, Type.tilde, Type.minus, Type._new, Type._typeof);
  if (prefix || source.isWord(at, Word._await)) return operandEnd(source, at + 1);
  const end = source.is(at, Type.parenL, Type.bracketL, Type.braceL) ? source.closing(at) : at;
  if (source.is(end + 1, Type.parenL, Type.bracketL)) return operandEnd(source, end + 1);
  if (source.is(end + 1, Type.dot, Type.questionDot)) return operandEnd(source, end + 2);
  return end;
}

/** @returns the index of a statement's last token: a semicolon, or the last before a line's end */
function statementEnd(source: Source, at: number): number {
  return runEnd(
    source,
    at,
    (end) => source.is(end, Type.semi) || source.breaks(source.end(end), source.start(end + 1)),
  );
}

/** @returns the index of the first token, brackets passed over, of which `isLast` holds */
function runEnd(source: Source, at: number, isLast: (index: number) => boolean): number {
  const end = source.is(at, Type.parenL, Type.bracketL, Type.braceL) ? source.closing(at) : at;
  const ends = end + 1 >= source.tokens.length || isLast(end);
  return ends ? end : runEnd(source, end + 1, isLast);
}
