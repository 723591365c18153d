import { buildSchema, execute, parse, validate } from 'graphql';

interface ExampleCall {
  readonly operationName: string;
  readonly variables: Record<string, unknown>;
  readonly response: { readonly data: Record<string, unknown> };
}

/**
 * Builds a schema, checks the examples beside it and runs each with its answer at the root.
 * @param name the path of `schema.graphql`
 */
export function graphqlMistakes(
  name: string,
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  const beside = (file: string): string => texts.get(name.replace('schema.graphql', file)) ?? '';
  const schema = buildSchema(beside('schema.graphql'));
  const document = parse(beside('examples.graphql'));
  const invalid = validate(schema, document).map(({ message }) => message);
  const calls = JSON.parse(beside('examples.json')) as readonly ExampleCall[];
  if (calls.length !== document.definitions.length) return ['an example has no answer'];
  const wrong = calls.flatMap(({ operationName, variables: variableValues, response }) => {
    const rootValue = response.data;
    const result = execute({ schema, document, operationName, variableValues, rootValue });
    const same = JSON.stringify(result) === JSON.stringify(response);
    return same ? [] : [`${operationName}: ${JSON.stringify(result)}`];
  });
  return [...invalid, ...wrong];
}
