import { orderings, valueOf } from './filter.ts';
import type {
  Field,
  Filter,
  Operator,
  Ordering,
} from './filter.ts';
import { BadQuery, Budget } from './refusal.ts';
import type { Limits } from './refusal.ts';

type Sort = 'text' | 'moment' | 'number' | 'name' | 'mark';
interface Token {
  readonly sort: Sort | 'odd' | 'end';
  readonly text: string;
  readonly position: number;
}

const TOKEN =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<moment>\d{4}-\d\d-[\dTZ:.+-]*)|(?<number>-?\d+)|(?<name>[A-Za-z_]+)|(?<mark>[(),]))/y;
const PARAMETER = 'filter';

/**
 * Reads a part of OData's `$filter`: `eq gt ge lt le in`,
 * `startswith(…)`, `and`, `or`, parentheses.
 *
 * @throws {BadQuery} with the position, and what may stand there
 */
export function parseFilter(
  text: string,
  fields: ReadonlyMap<string, Field>,
  limits: Limits,
): Filter {
  const tokens = tokensOf(text);
  const budget = new Budget(limits, PARAMETER);
  let at = 0;

  const peek = (): Token => tokens[at] ?? end(text);
  const take = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const expect = (mark: string): void => {
    const token = take();
    if (token.text !== mark) throw wrong(token, [mark]);
  };

  /** Conditions joined by `and`, or by `or`, never by both. */
  function group(depth: number): Filter {
    budget.depth(depth);
    const of = [one(depth)];
    const joint = peek();
    if (joint.text !== 'and' && joint.text !== 'or') {
      return of[0] as Filter;
    }
    while (peek().text === joint.text) {
      take();
      of.push(one(depth));
    }
    const next = peek();
    if (next.text === 'and' || next.text === 'or') {
      const detail = 'put parentheses where and meets or';
      throw complaint(next, detail);
    }
    return { is: joint.text, of };
  }

  function one(depth: number): Filter {
    if (peek().text === '(') {
      take();
      const inner = group(depth + 1);
      expect(')');
      return inner;
    }
    budget.condition();
    return peek().text === 'startswith' ? prefix() : compare();
  }

  function prefix(): Filter {
    take();
    expect('(');
    const field = fieldNamed(take(), 'startswith');
    expect(',');
    const value = String(literal(field));
    expect(')');
    return { is: 'startswith', field, value };
  }

  function compare(): Filter {
    const field = fieldNamed(take());
    const operator = take();
    const { text: is } = operator;
    const { operators, canBeNull } = field;
    const takesValue = operators.some((one) => one === is);
    const nulls = canBeNull ? ['eq', 'ne'] : [];
    if (
      nulls.includes(is) &&
      (!takesValue || peek().text === 'null')
    ) {
      expect('null');
      return { is: is === 'eq' ? 'null' : 'not null', field };
    }
    if (!takesValue) {
      throw wrong(operator, [...operators, ...nulls]);
    }
    if (is === 'in') return oneOf(field);
    if (!isOrdering(is)) throw wrong(operator, operators);
    return { is, field, value: literal(field) };
  }

  function oneOf(field: Field): Filter {
    expect('(');
    const values = [literal(field)];
    while (peek().text === ',') {
      take();
      values.push(literal(field));
      budget.list(values.length);
    }
    expect(')');
    return { is: 'in', field, values };
  }

  function literal(field: Field) {
    const { sort, text: written, position } = take();
    const raw =
      sort === 'text'
        ? written.slice(1, -1).replaceAll("''", "'")
        : sort === 'number'
          ? Number(written)
          : sort === 'moment'
            ? written
            : undefined;
    return valueOf(field, raw, {
      parameter: PARAMETER,
      position,
    });
  }

  function fieldNamed(token: Token, operator?: Operator): Field {
    const field = fields.get(token.text);
    const takes = (one: Field) =>
      operator === undefined || one.operators.includes(operator);
    if (field && takes(field)) return field;
    const names = [...fields.values()].filter(takes);
    throw wrong(
      token,
      names.map(({ name }) => name),
    );
  }

  const filter = group(0);
  if (peek().sort !== 'end') throw wrong(peek(), ['and', 'or']);
  return filter;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const trimmed = text.trimEnd();
  let next = 0;
  while (next < trimmed.length) {
    TOKEN.lastIndex = next;
    const groups = TOKEN.exec(trimmed)?.groups;
    const found = Object.entries(groups ?? {}).find(
      ([, one]) => one !== undefined,
    );
    // What is no token is complained of when it is its turn.
    const rest = trimmed.slice(next).trimStart();
    const [sort, written] = (found ?? ['odd', rest]) as [
      Token['sort'],
      string,
    ];
    next = found ? TOKEN.lastIndex : trimmed.length;
    const position = next - written.length;
    tokens.push({ sort, text: written, position });
  }
  return tokens;
}

function end(text: string): Token {
  return { sort: 'end', text: '', position: text.length };
}

function wrong(
  token: Token,
  allowed: readonly string[],
): BadQuery {
  const { sort } = token;
  const detail =
    sort === 'end'
      ? 'ends too early'
      : sort === 'odd'
        ? 'cannot be read from here on'
        : 'something else is expected here';
  return complaint(token, detail, allowed);
}

function complaint(
  { position }: Token,
  detail: string,
  allowed?: readonly string[],
): BadQuery {
  return new BadQuery({
    parameter: PARAMETER,
    position,
    detail,
    ...(allowed && { allowed }),
  });
}

function isOrdering(text: string): text is Ordering {
  return orderings.some((one) => one === text);
}
