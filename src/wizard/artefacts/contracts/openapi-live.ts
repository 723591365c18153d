import { dataSchema, eventSchema, newsOf, sampleEvent } from '../messages/event.ts';
import { isOpen } from './contract.ts';
import type { Contract } from './contract.ts';
import type { JsonObject } from './json.ts';
import { exampleCursor, shared } from './openapi-parameters.ts';
import { isLimited } from './openapi-headers.ts';
import { refusalResponses } from './openapi-problems.ts';
import type { RefusalStatus } from './openapi-problems.ts';
import { securityOf } from './openapi-security.ts';

/** Seconds between two signs of life, so that no proxy closes a quiet connection. */
const heartbeatSeconds = 30;

/** The operations by which clients hear of news: a stream, a socket, a feed to read. */
export function livePaths(contract: Contract): JsonObject {
  const { choices, system, tellsNews } = contract;
  if (!tellsNews || newsOf(system).length === 0) return {};
  return {
    ...(choices['live-updates'] === 'sse' && { '/live': { get: streamOperation(contract) } }),
    ...(choices['live-updates'] === 'websocket' && {
      '/socket': { get: socketOperation(contract) },
    }),
    ...(choices.outbound === 'feed' && { '/feed': { get: feedOperation(contract) } }),
  };
}

/** Server-sent events, as the HTML standard describes them. */
function streamOperation(contract: Contract): JsonObject {
  const [event] = eventsOf(contract);
  const text = `id: 42\nevent: ${String(event?.['type'])}\ndata: ${JSON.stringify(event)}\n\n: still here\n\n`;
  return {
    operationId: 'streamNews',
    summary: 'Hear of news as it happens.',
    description: `A response that does not end (server-sent events). A comment comes every ${heartbeatSeconds} seconds. After a break the client connects again by itself and sends the id of the last event in Last-Event-ID; what it missed comes first. Only news that the caller may read is sent.`,
    security: securityOfNews(contract),
    parameters: [
      {
        name: 'Last-Event-ID',
        in: 'header',
        required: false,
        description: 'The id of the last event that arrived; absent at the first time.',
        schema: { type: 'string', maxLength: 64 },
        example: '41',
      },
    ],
    responses: {
      '200': {
        description: 'The stream.',
        headers: { 'Cache-Control': { schema: { type: 'string' }, example: 'no-store' } },
        content: {
          'text/event-stream': {
            schema: { type: 'string', description: 'Each "data" is a CloudEvent in JSON.' },
            examples: { typical: { value: text } },
          },
        },
      },
      '204': { description: 'There is nothing to hear of; do not connect again.' },
      ...refusalsOf(contract, [400, 410, 503]),
    },
    'x-events': newsOf(contract.system).map(({ type }) => type),
  };
}

/** The handshake only: what is said on the socket stands in messages/asyncapi.yaml. */
function socketOperation(contract: Contract): JsonObject {
  return {
    operationId: 'openSocket',
    summary: 'Open a socket on which both sides send.',
    description: `The handshake of a WebSocket (RFC 6455); messages/asyncapi.yaml says what travels on it. The server refuses an Origin that it does not know, and sends a ping every ${heartbeatSeconds} seconds.`,
    security: securityOfNews(contract),
    parameters: [
      {
        name: 'Sec-WebSocket-Protocol',
        in: 'header',
        required: true,
        description: 'The form of the messages, with its version.',
        schema: { type: 'string', const: 'news.v1' },
        example: 'news.v1',
      },
    ],
    responses: {
      '101': { description: 'From here on the connection is a WebSocket.' },
      ...refusalsOf(contract, [400, 503]),
    },
  };
}

/** Events in their order, for other companies that read on from their own place. */
function feedOperation(contract: Contract): JsonObject {
  const events = eventsOf(contract);
  const forms = newsOf(contract.system).map((message) => eventSchema(message, dataSchema(message)));
  return {
    operationId: 'readFeed',
    summary: 'Read what has happened, in order.',
    description:
      'Keep the mark "next" when you have handled a page, and begin there the next time. Events come at least once and stay for 30 days.',
    security: securityOfNews(contract),
    parameters: [shared('After'), shared('Limit')],
    responses: {
      '200': {
        description: 'The next events, the oldest first; none when there is nothing new.',
        headers: { 'Cache-Control': { schema: { type: 'string' }, example: 'no-store' } },
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['items', 'next'],
              properties: {
                items: { type: 'array', items: forms.length === 1 ? forms[0] : { oneOf: forms } },
                next: { type: 'string', description: 'The mark for "after" of the next call.' },
              },
            },
            examples: { typical: { value: { items: events, next: exampleCursor } } },
          },
        },
      },
      ...refusalsOf(contract, [400, 410, 503]),
    },
  };
}

function eventsOf({ system, date }: Contract): readonly JsonObject[] {
  return newsOf(system).map((message) => sampleEvent(message, system, date));
}

function refusalsOf(contract: Contract, own: readonly RefusalStatus[]): JsonObject {
  const guarded: readonly RefusalStatus[] = securityOfNews(contract).length > 0 ? [401, 403] : [];
  const limited: readonly RefusalStatus[] = isLimited(contract) ? [429] : [];
  return refusalResponses([...own, ...guarded, ...limited].toSorted((a, b) => a - b));
}

/** Whoever may read something guarded may connect; what they hear is filtered by what they may read. */
function securityOfNews(contract: Contract): readonly JsonObject[] {
  const guarded = contract.api.operations.find(
    (operation) => operation.method === 'GET' && !isOpen(contract.system, operation),
  );
  return guarded === undefined ? [] : securityOf(guarded, contract);
}
