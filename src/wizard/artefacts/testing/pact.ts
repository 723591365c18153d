import type { Api, Field, Message, Operation } from '../../model/system.ts';
import { exampleOf } from '../contracts/field-schema.ts';
import { capabilityOf } from '../find-in-model.ts';
import { requestBody } from './request-body.ts';
import type { Architecture } from '../../model/architecture.ts';

/** What one consumer relies on, in version 4 of Pact's format (https://github.com/pact-foundation/pact-specification). */
export interface Pact {
  readonly consumer: { readonly name: string };
  readonly provider: { readonly name: string };
  readonly interactions: readonly Interaction[];
  readonly metadata: {
    readonly pactSpecification: { readonly version: '4.0' };
    /** Not part of the format: what these expectations were made from. */
    readonly madeFrom: string;
  };
}

type Interaction = HttpInteraction | MessageInteraction;

interface InteractionBase {
  readonly key: string;
  readonly description: string;
  readonly providerStates: readonly { readonly name: string }[];
}

interface HttpInteraction extends InteractionBase {
  readonly type: 'Synchronous/HTTP';
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Headers;
    readonly body?: Body;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Headers;
    readonly body?: Body;
    readonly matchingRules?: { readonly body: Rules };
  };
}

interface MessageInteraction extends InteractionBase {
  readonly type: 'Asynchronous/Messages';
  readonly contents: Body;
  readonly matchingRules: { readonly body: Rules };
  readonly metadata: Readonly<Record<string, string>>;
}

type Headers = Readonly<Record<string, readonly string[]>>;

interface Body {
  readonly contentType: 'application/json';
  readonly encoded: false;
  readonly content: unknown;
}

type Rules = Readonly<
  Record<string, { readonly combine: 'AND'; readonly matchers: readonly Matcher[] }>
>;

type Matcher = { readonly match: 'type' } | { readonly match: 'regex'; readonly regex: string };

/** The expectations of one consumer of an API that answers in JSON. */
export function pactOfApi(
  consumer: string,
  provider: string,
  { operations }: Api,
  architecture: Architecture,
): Pact {
  return pact(
    consumer,
    provider,
    operations.map((operation) => httpInteraction(operation, architecture)),
  );
}

/** The expectations of one receiver of messages. */
export function pactOfMessages(
  consumer: string,
  provider: string,
  messages: readonly Message[],
): Pact {
  return pact(consumer, provider, messages.map(messageInteraction));
}

function pact(consumer: string, provider: string, interactions: readonly Interaction[]): Pact {
  return {
    consumer: { name: consumer },
    provider: { name: provider },
    interactions,
    metadata: {
      pactSpecification: { version: '4.0' },
      madeFrom: 'the operations and messages of architecture.json',
    },
  };
}

function httpInteraction(operation: Operation, architecture: Architecture): HttpInteraction {
  const { id, method, summary, repeatable, capability, path } = operation;
  const { resource } = capabilityOf(architecture, capability);
  const sent = requestBody(operation, resource);
  return {
    type: 'Synchronous/HTTP',
    key: id,
    description: summary,
    providerStates: path.includes('{')
      ? [{ name: `the ${resource.singular} exists and is the caller’s` }]
      : [],
    request: {
      method,
      path: filledPath(path, resource.fields),
      headers: {
        Accept: ['application/json'],
        ...(sent !== undefined && { 'Content-Type': ['application/json'] }),
        ...(repeatable === 'key' && {
          'Idempotency-Key': ['5f6c7d1e-0000-4000-8000-000000000001'],
        }),
      },
      ...(sent !== undefined && { body: body(sent) }),
    },
    response: responseOf(operation, resource.fields, exampleOf(resource.fields)),
  };
}

function responseOf(
  { kind, later }: Operation,
  fields: readonly Field[],
  record: unknown,
): HttpInteraction['response'] {
  const json: Headers = { 'Content-Type': ['application/json'] };
  if (later) return { status: 202, headers: {} };
  if (kind === 'remove') return { status: 204, headers: {} };
  if (kind !== 'read' && kind !== 'create' && kind !== 'update') {
    return { status: 200, headers: json };
  }
  return {
    status: kind === 'create' ? 201 : 200,
    headers: json,
    body: body(record),
    matchingRules: { body: rulesFor(fields) },
  };
}

function messageInteraction({ id, type, fields, from }: Message): MessageInteraction {
  const toldFields = fields.filter(({ sensitive }) => !sensitive);
  return {
    type: 'Asynchronous/Messages',
    key: id,
    description: id,
    providerStates: [],
    contents: body(exampleOf(toldFields)),
    matchingRules: { body: rulesFor(toldFields) },
    metadata: { contentType: 'application/json', type, source: `/${from}` },
  };
}

function body(content: unknown): Body {
  return { contentType: 'application/json', encoded: false, content };
}

/** A consumer relies on the types of all that it reads and, where there are few values, on these. */
function rulesFor(fields: readonly Field[]): Rules {
  const states = fields.flatMap(({ name, states: known }) =>
    known === undefined
      ? []
      : [[`$.${name}`, rule({ match: 'regex', regex: `^(?:${known.join('|')})$` })] as const],
  );
  return { $: rule({ match: 'type' }), ...Object.fromEntries(states) };
}

function rule(matcher: Matcher): Rules[string] {
  return { combine: 'AND', matchers: [matcher] };
}

function filledPath(path: string, fields: readonly Field[]): string {
  const id = fields.find(({ type }) => type === 'id')?.example ?? '1';
  return path.replaceAll(/\{\w+\}/gu, String(id));
}
