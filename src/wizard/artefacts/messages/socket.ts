import type { Architecture } from '../../model/architecture.ts';
import type { Message } from '../../model/system.ts';
import { slugOf } from '../contracts/contract.ts';
import type { JsonObject } from '../contracts/json.ts';
import { camel } from '../contracts/names.ts';

/** Where clients open their sockets; the handshake stands in the contract of the public API. */
export function socketServer(system: Architecture): JsonObject {
  return {
    host: `api.${slugOf(system)}.example`,
    protocol: 'wss',
    description: 'Each connection stays on one replica until it ends; replicas tell each other.',
  };
}

/** What both sides say on the socket. */
export function socketChannel(news: readonly Message[]): JsonObject {
  const told = news.map(({ id }) => [camel(id), { $ref: `#/components/messages/${camel(id)}` }]);
  return {
    address: '/socket',
    description: 'After a break a client says how far it has heard, and hears the rest first.',
    servers: [{ $ref: '#/servers/socket' }],
    messages: { ...Object.fromEntries(told), listen },
    bindings: { ws: { method: 'GET', bindingVersion: '0.1.0' } },
  };
}

/** Who says what. */
export function socketOperations(news: readonly Message[]): JsonObject {
  const channel = '#/channels/socket';
  return {
    tellClients: {
      action: 'send',
      summary: 'The server tells clients what has happened and what they may read.',
      channel: { $ref: channel },
      messages: news.map(({ id }) => ({ $ref: `${channel}/messages/${camel(id)}` })),
    },
    hearClients: {
      action: 'receive',
      summary: 'A client says what it wants to hear of, and from where.',
      channel: { $ref: channel },
      messages: [{ $ref: `${channel}/messages/listen` }],
    },
  };
}

const listen: JsonObject = {
  name: 'listen',
  title: 'listen',
  summary: 'The first message of a client.',
  contentType: 'application/json',
  payload: {
    type: 'object',
    required: ['listen'],
    properties: {
      listen: { type: 'array', items: { type: 'string' }, description: 'Types of events.' },
      after: { type: 'string', description: 'The id of the last event that was handled.' },
    },
  },
  examples: [{ name: 'typical', payload: { listen: ['*'], after: '41' } }],
};
