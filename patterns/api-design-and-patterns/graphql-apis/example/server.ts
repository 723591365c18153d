import {
  createSourceEventStream,
  execute,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  parse,
  validate,
} from 'graphql';
import type {
  DocumentNode,
  ExecutionResult,
  GraphQLSchema,
  OperationTypeNode,
} from 'graphql';
import { weigh } from './cost.ts';
import type { Change, Context } from './schema.ts';
import type { Viewer } from './shop.ts';

export interface Limits {
  readonly cost: number;
  readonly depth: number;
  readonly tokens: number;
  readonly listSize: number;
}

export interface Server {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  /** Called for each request, and for each event. */
  readonly contextOf: (viewer: Viewer) => Context;
}

/** What a client sends. */
export interface Asked {
  readonly source: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** One query or mutation, from its text to its answer. */
export async function ask(
  server: Server,
  viewer: Viewer,
  asked: Asked,
): Promise<ExecutionResult> {
  const passed = pass(server, asked);
  if ('errors' in passed) return { errors: passed.errors };
  return run(server, viewer, asked, passed);
}

/** What has passed is run, as somebody. */
export async function run(
  { schema, contextOf }: Server,
  viewer: Viewer,
  { variables }: Asked,
  { document, kind }: Passed,
): Promise<ExecutionResult> {
  if (kind === 'subscription')
    return refused('NEEDS_A_STREAM', 'A subscription needs one');
  const how = { schema, document, variableValues: variables };
  const contextValue = contextOf(viewer);
  return masked(await execute({ ...how, contextValue }));
}

export interface Passed {
  readonly document: DocumentNode;
  readonly kind: `${OperationTypeNode}`;
}

export interface Refused {
  readonly errors: readonly GraphQLError[];
  /** It could not even be parsed. */
  readonly isNoDocument?: true;
}

/** Looks at a request before any of it runs. */
export function pass(
  { schema, limits }: Server,
  { source, variables = {} }: Asked,
): Passed | Refused {
  const maxLexicalTokens = limits.tokens;
  const parsed = caught(() =>
    parse(source, { maxLexicalTokens }),
  );
  if (parsed instanceof GraphQLError)
    return { errors: [parsed], isNoDocument: true };
  const document = parsed;
  const errors = validate(schema, document);
  if (errors.length > 0) return { errors };
  const operation = getOperationAST(document);
  const root =
    operation && schema.getRootType(operation.operation);
  if (!root) return refused('NO_OPERATION', 'Send one operation');
  const asked = operation.variableDefinitions ?? [];
  const values = getVariableValues(schema, asked, variables);
  if (values.errors) return { errors: values.errors };
  const scale = {
    schema,
    document,
    variables: values.coerced,
    listSize: limits.listSize,
  };
  // A variable may be null where its argument may not.
  const weight = caught(() =>
    weigh(operation.selectionSet, root, scale),
  );
  if (weight instanceof GraphQLError) return { errors: [weight] };
  const { cost, depth } = weight;
  if (depth > limits.depth)
    return refused(
      'TOO_DEEP',
      `depth ${depth}, limit ${limits.depth}`,
    );
  if (cost > limits.cost)
    return refused(
      'TOO_COSTLY',
      `cost ${cost}, limit ${limits.cost}`,
    );
  return { document, kind: operation.operation };
}

/** @returns what the client did wrong; other errors pass */
function caught<T>(work: () => T): T | GraphQLError {
  try {
    return work();
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function refused(code: string, message: string): Refused {
  const extensions = { code };
  return { errors: [new GraphQLError(message, { extensions })] };
}

/**
 * Shows what was thrown for the client, a `GraphQLError`, and
 * of all else only where: its text may hold SQL. A server logs
 * the original before.
 */
function masked(answer: ExecutionResult): ExecutionResult {
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

/** A client that listens. */
export interface Following {
  /** Settles when its stream has ended. */
  readonly ended: Promise<void>;
  /** The client hangs up; settles when the source has heard. */
  readonly leave: () => Promise<void>;
}

/** @throws {GraphQLError} where it may not listen */
export async function follow(
  server: Server,
  viewer: Viewer,
  asked: Asked,
  onAnswer: (answer: ExecutionResult) => void,
): Promise<Following> {
  const passed = pass(server, asked);
  if ('errors' in passed) throw passed.errors[0];
  const { document, kind } = passed;
  if (kind !== 'subscription')
    throw refused('NO_SUBSCRIPTION', `It is a ${kind}`).errors[0];
  const { schema, contextOf } = server;
  const variableValues = asked.variables;
  const how = { schema, document, variableValues };
  const source = await createSourceEventStream({
    ...how,
    contextValue: contextOf(viewer),
  });
  if (!(Symbol.asyncIterator in source)) throw source.errors?.[0];
  const events = source[Symbol.asyncIterator]();
  let hasLeft = false;
  const listen = async (): Promise<void> => {
    try {
      for (;;) {
        const event = await events.next();
        if (event.done) return;
        // Anew: loaders of the first event never forget it.
        const contextValue = contextOf(viewer);
        const rootValue = event.value as Change;
        const once = { ...how, rootValue, contextValue };
        const answer = masked(await execute(once));
        if (hasLeft) return;
        onAnswer(answer);
      }
    } finally {
      await events.return?.();
    }
  };
  return {
    ended: listen(),
    leave: async () => {
      hasLeft = true;
      await events.return?.();
    },
  };
}
