import { parse } from 'sucrase/dist/esm/parser/index.js';
import { ContextualKeyword as Word } from 'sucrase/dist/esm/parser/tokenizer/keywords.js';
import { TokenType as Type } from 'sucrase/dist/esm/parser/tokenizer/types.js';
import { TypeScriptFault } from './typescript-fault.ts';

export { Type, Word };
export type Token = ReturnType<typeof parse>['tokens'][number];

/** Opening tokens, and what closes each. */
const pairs: ReadonlyMap<Type, Type> = new Map([
  [Type.parenL, Type.parenR],
  [Type.bracketL, Type.bracketR],
  [Type.braceL, Type.braceR],
  [Type.dollarBraceL, Type.braceR],
]);
const closers = new Set(pairs.values());

/** A TypeScript text and its tokens. Indexes are those of tokens unless they are called places. */
export class Source {
  readonly text: string;
  readonly tokens: readonly Token[];

  /** @throws {TypeScriptFault} where the text does not parse */
  constructor(text: string) {
    this.text = text;
    this.tokens = read(text);
  }

  type(index: number): Type | undefined {
    return this.tokens[index]?.type;
  }

  is(index: number, ...types: readonly Type[]): boolean {
    const type = this.type(index);
    return type !== undefined && types.includes(type);
  }

  isWord(index: number, ...words: readonly Word[]): boolean {
    const token = this.tokens[index];
    return token?.type === Type.name && words.includes(token.contextualKeyword);
  }

  isType(index: number): boolean {
    return this.tokens[index]?.isType ?? false;
  }

  /** Place of a token's first character; past the last token, the text's end. */
  start(index: number): number {
    return this.tokens[index]?.start ?? this.text.length;
  }

  /** Place after a token's last character. */
  end(index: number): number {
    return this.tokens[index]?.end ?? 0;
  }

  /** @returns whether a line ends between two places */
  breaks(from: number, to: number): boolean {
    return /[\n\r\u2028\u2029]/.test(this.text.slice(from, to));
  }

  /** @returns the index of the token that closes the one at `open` */
  closing(open: number): number {
    let depth = 0;
    for (let at = open; at < this.tokens.length; at++) {
      const type = this.type(at);
      if (type === undefined) break;
      if (pairs.has(type)) depth += 1;
      if (closers.has(type)) depth -= 1;
      if (depth === 0) return at;
    }
    return this.tokens.length - 1;
  }

  /** @returns the index of the token that opens what the one at `close` closes */
  opening(close: number): number {
    let depth = 0;
    for (let at = close; at >= 0; at--) {
      const type = this.type(at);
      if (type === undefined) break;
      if (closers.has(type)) depth += 1;
      if (pairs.has(type)) depth -= 1;
      if (depth === 0) return at;
    }
    return 0;
  }

  /** @returns the index after a bracketed type list that begins with the `<` at `open` */
  afterAngles(open: number): number {
    let depth = 0;
    for (let at = open; at < this.tokens.length; at++) {
      const type = this.type(at);
      if (type !== undefined && pairs.has(type)) at = this.closing(at);
      else if (type === Type.lessThan) depth += 1;
      else if (type === Type.greaterThan) depth -= 1;
      if (depth === 0) return at + 1;
    }
    return this.tokens.length;
  }
}

function read(text: string): readonly Token[] {
  try {
    return parse(text, false, true, false).tokens.filter(({ type }) => type !== Type.eof);
  } catch (error) {
    const { message, pos = text.length } = error as Error & { readonly pos?: number };
    throw new TypeScriptFault('ERR_INVALID_TYPESCRIPT_SYNTAX', wordsOf(message), pos, pos + 1);
  }
}

/** The parser ends its messages with line and column, which the report shows in its own way. */
function wordsOf(message: string): string {
  return message.replace(/ \(\d+:\d+\)$/, '');
}
