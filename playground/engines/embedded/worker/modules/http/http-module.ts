import { validateInteger } from 'node:internal/errors';
import { Agent, agents } from './agent.ts';
import { ClientRequest } from './client-request.ts';
import { IncomingMessage } from './incoming-message.ts';
import { OutgoingMessage } from './outgoing-message.ts';
import { Server, type ServerOptions } from './server.ts';
import { ServerResponse } from './server-response.ts';
import { methods as METHODS, statusCodes as STATUS_CODES } from './tables.ts';
import { validateHeaderName, validateHeaderValue } from './tokens.ts';

/** `node:http`, within the program. */

function createServer(...args: [ServerOptions?, (() => void)?]): Server {
  return new Server(...args);
}

function request(...args: readonly unknown[]): ClientRequest {
  return new ClientRequest(...args);
}

function get(...args: readonly unknown[]): ClientRequest {
  const made = request(...args);
  made.end();
  return made;
}

function setMaxIdleHTTPParsers(max: number): void {
  validateInteger(max, 'max', 1);
}

const maxHeaderSize = 16 << 10;
const { WebSocket, CloseEvent, MessageEvent } = globalThis;
const globalAgent = agents.global;

const members = {
  METHODS: METHODS.toSorted(),
  STATUS_CODES,
  Agent,
  ClientRequest,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  createServer,
  validateHeaderName,
  validateHeaderValue,
  get,
  request,
  setMaxIdleHTTPParsers,
  maxHeaderSize,
  get globalAgent() {
    return agents.global;
  },
  set globalAgent(agent: Agent) {
    agents.global = agent;
  },
  WebSocket,
  CloseEvent,
  MessageEvent,
};

export {
  METHODS,
  STATUS_CODES,
  Agent,
  ClientRequest,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  createServer,
  validateHeaderName,
  validateHeaderValue,
  get,
  request,
  setMaxIdleHTTPParsers,
  maxHeaderSize,
  globalAgent,
  WebSocket,
  CloseEvent,
  MessageEvent,
  members as default,
};
