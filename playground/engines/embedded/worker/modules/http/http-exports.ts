import { validateInteger } from 'node:internal/errors';
import { callable } from '../callable.ts';
import { Agent as AgentClass, shared } from './agent.ts';
import { ClientRequest as ClientRequestClass } from './client-request.ts';
import { IncomingMessage as IncomingMessageClass } from './incoming-message.ts';
import { OutgoingMessage as OutgoingMessageClass } from './outgoing-message.ts';
import { connectionListener } from './server-connection.ts';
import { ServerResponse as ServerResponseClass } from './server-response.ts';
import { Server as ServerClass } from './server.ts';
import { methods, statusCodes } from './tables.ts';

/** What `node:http` has, by name. */

export const Agent = callable(AgentClass);
export const ClientRequest = callable(ClientRequestClass);
export const IncomingMessage = callable(IncomingMessageClass);
export const OutgoingMessage = callable(OutgoingMessageClass);
export const Server = callable(ServerClass);
export const ServerResponse = callable(ServerResponseClass);
export const METHODS = methods.toSorted();
export const STATUS_CODES = statusCodes;
export const maxHeaderSize = 16 << 10;
export const _connectionListener = connectionListener;
export const globalAgent = shared.agent;

/** Of the global scope; a project that names one of them has it. */
export const { WebSocket, CloseEvent, MessageEvent } = globalThis;

export { validateHeaderName, validateHeaderValue } from './tokens.ts';

export function createServer(...args: ConstructorParameters<typeof ServerClass>): ServerClass {
  return new Server(...args);
}

export function request(...args: readonly unknown[]): ClientRequestClass {
  return new ClientRequest(...args);
}

export function get(...args: readonly unknown[]): ClientRequestClass {
  const made = request(...args);
  made.end();
  return made;
}

export function setMaxIdleHTTPParsers(max: number): void {
  validateInteger(max, 'max', 1);
}

/** There is no proxy to go through. @returns what takes it back */
export function setGlobalProxyFromEnv(): () => void {
  return () => undefined;
}
