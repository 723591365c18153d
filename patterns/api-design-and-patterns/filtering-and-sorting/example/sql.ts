/** What a driver takes: text with `$1`, `$2`, and a list. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Only this module makes one. */
class SqlText {
  readonly texts: readonly string[];
  readonly values: readonly unknown[];

  constructor(
    texts: readonly string[],
    values: readonly unknown[],
  ) {
    this.texts = texts;
    this.values = values;
  }

  get statement(): Statement {
    const text = this.texts.reduce(
      (so, next, at) => `${so}$${at}${next}`,
    );
    return { text, values: this.values };
  }
}
export type Sql = SqlText;

/**
 * Only what a programmer typed becomes text: the literal parts
 * of the template. An `Sql` is spliced in, and everything else
 * becomes a value, whatever is in it.
 */
export function sql(
  literal: TemplateStringsArray,
  ...holes: readonly unknown[]
): Sql {
  if (
    !Object.isFrozen(literal) ||
    !Object.hasOwn(literal, 'raw')
  ) {
    throw new TypeError('sql is a tag: sql`…`, not sql(…)');
  }
  const texts = [literal[0] ?? ''];
  const values: unknown[] = [];
  for (const [at, hole] of holes.entries()) {
    const part =
      hole instanceof SqlText
        ? hole
        : new SqlText(['', ''], [hole]);
    const [first, ...more] = part.texts;
    texts.push(`${texts.pop()}${first}`, ...more);
    texts.push(`${texts.pop()}${literal[at + 1]}`);
    values.push(...part.values);
  }
  return new SqlText(texts, values);
}

/** Each part in parentheses: precedence decides nothing. */
export function joined(parts: readonly Sql[], between: Sql): Sql {
  return parts
    .map((part) => sql`(${part})`)
    .reduce((so, part) => sql`${so}${between}${part}`);
}
