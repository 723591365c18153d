import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';

/**
 * Shows what was thrown for the client, a `GraphQLError`, and
 * of all else only where: its text may hold SQL. A server logs
 * the original before.
 */
export function masked(answer: ExecutionResult): ExecutionResult {
  const { errors, ...rest } = answer;
  return errors ? { ...rest, errors: errors.map(shown) } : answer;
}

function shown(error: GraphQLError): GraphQLError {
  const { originalError, nodes, path } = error;
  const isMeant =
    !originalError || originalError instanceof GraphQLError;
  if (isMeant) return error;
  const text = 'Something went wrong.';
  return new GraphQLError(text, {
    nodes: nodes ?? null,
    path: path ?? null,
  });
}
