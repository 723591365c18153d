import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
} from 'graphql';
import type { GraphQLInputType } from 'graphql';
import { valueOf } from './filter.ts';
import type { Field, Filter, Ordering } from './filter.ts';
import type { Allowed } from './list-query.ts';
import { BadQuery, Budget } from './refusal.ts';

const PARAMETER = 'filter';

/** An input type made of the allow-list: it cannot differ. */
export function filterType({ fields }: Allowed) {
  const conditions = [...fields.values()].map((field) => [
    field.name,
    { type: conditionType(field) },
  ]);
  const type: GraphQLInputObjectType = new GraphQLInputObjectType(
    {
      name: 'OrderFilter',
      isOneOf: true,
      fields: () => ({
        and: { type: listOf(type) },
        or: { type: listOf(type) },
        ...Object.fromEntries(conditions),
      }),
    },
  );
  return type;
}

/** `-placed_at` becomes `PLACED_AT_DESC`. */
export function sortType({ sorts }: Allowed): GraphQLEnumType {
  const values = [...sorts].map(([name, order]) => {
    const key = name.replace(/^-(.*)$/, '$1_desc');
    return [key.toUpperCase(), { value: order }];
  });
  return new GraphQLEnumType({
    name: 'OrderSort',
    values: Object.fromEntries(values),
  });
}

function conditionType(field: Field): GraphQLInputObjectType {
  const { name, kind, operators, canBeNull } = field;
  const type =
    kind.of === 'word'
      ? new GraphQLEnumType({
          name: `${pascal(name)}Word`,
          values: Object.fromEntries(
            kind.words.map((word) => [word, { value: word }]),
          ),
        })
      : kind.of === 'whole'
        ? GraphQLInt
        : GraphQLString;
  const of = operators.map((operator) => [
    operator,
    { type: operator === 'in' ? listOf(type) : type },
  ]);
  return new GraphQLInputObjectType({
    name: `${pascal(name)}Condition`,
    isOneOf: true,
    fields: {
      ...Object.fromEntries(of),
      ...(canBeNull && { is_null: { type: GraphQLBoolean } }),
    },
  });
}

/** `placed_at` becomes `PlacedAt`. */
function pascal(name: string): string {
  return name.replaceAll(/(?:^|_)(.)/g, (_, first: string) =>
    first.toUpperCase(),
  );
}

function listOf(type: GraphQLInputType) {
  return new GraphQLList(new GraphQLNonNull(type));
}

type Input = Readonly<Record<string, unknown>>;

/**
 * The same tree as `parseFilter` gives, within the same limits.
 *
 * @param input of `filterType`, as GraphQL has checked it
 * @throws {BadQuery}
 */
export function filterOf(
  input: Input,
  { fields, limits }: Allowed,
): Filter {
  const budget = new Budget(limits, PARAMETER);
  const read = (node: Input, depth: number): Filter => {
    const [name, inner] = only(node);
    if (name === 'and' || name === 'or') {
      // The outermost needs no parentheses in a query string.
      budget.depth(depth);
      const nodes = inner as readonly Input[];
      if (nodes.length === 0) throw empty(`${PARAMETER}.${name}`);
      const of = nodes.map((one) => read(one, depth + 1));
      return { is: name, of };
    }
    const field = fields.get(name) as Field;
    budget.condition();
    return condition(field, inner as Input, budget);
  };
  return read(input, 0);
}

function condition(
  field: Field,
  node: Input,
  budget: Budget,
): Filter {
  const [is, raw] = only(node);
  const place = { parameter: `${PARAMETER}.${field.name}.${is}` };
  const read = (one: unknown) => valueOf(field, one, place);
  switch (is) {
    case 'is_null':
      return { is: raw === true ? 'null' : 'not null', field };
    case 'in': {
      const values = raw as readonly unknown[];
      if (values.length === 0) throw empty(place.parameter);
      budget.list(values.length);
      return { is, field, values: values.map(read) };
    }
    case 'startswith':
      return { is, field, value: String(read(raw)) };
    default:
      return { is: is as Ordering, field, value: read(raw) };
  }
}

/** `@oneOf` has seen to it that there is one. */
function only(node: Input): readonly [string, unknown] {
  return Object.entries(node)[0] as [string, unknown];
}

function empty(parameter: string): BadQuery {
  return new BadQuery({ parameter, detail: 'is empty' });
}
