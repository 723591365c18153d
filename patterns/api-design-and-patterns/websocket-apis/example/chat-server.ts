import {
  STATUS_CODES,
  type IncomingMessage,
  type Server,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { ServerOptions, WebSocket } from 'ws';
import type { ChatNode } from './chat-node.ts';
import { CLOSE } from './close-codes.ts';
import { BadMessageError } from './messages.ts';
import type { Tickets } from './tickets.ts';

/** Newest first: of those that both speak it is taken. */
const SUBPROTOCOLS = ['chat.v2', 'chat.v1'];

export interface ChatServerOptions {
  readonly node: ChatNode;
  readonly tickets: Tickets;
  /** Pages that may connect, as in `https://chat.example`. */
  readonly origins: ReadonlySet<string>;
  readonly maxBytes: number;
  /** Patience with a closing handshake; ws has 30 s. */
  readonly closeMs: number;
}

/** Handshakes of a chat, decided before there is a WebSocket. */
export function serveChat(
  server: Server,
  options: ChatServerOptions,
): WebSocketServer {
  const { node, maxBytes, closeMs } = options;
  const settings: ServerOptions & { closeTimeout: number } = {
    noServer: true,
    maxPayload: maxBytes,
    closeTimeout: closeMs,
    perMessageDeflate: false,
    handleProtocols: (offered) =>
      SUBPROTOCOLS.find((one) => offered.has(one)) ?? false,
  };
  const sockets = new WebSocketServer(settings);
  server.on('upgrade', (request, stream: Duplex, head) => {
    stream.on('error', () => stream.destroy());
    const guest = admit(request, options);
    if (typeof guest === 'number') return refuse(stream, guest);
    sockets.handleUpgrade(request, stream, head, (socket) =>
      seat(socket, node, guest.name),
    );
  });
  return sockets;
}

/** @returns whom to let in, or the HTTP status of the refusal */
function admit(
  { headers, url = '/' }: IncomingMessage,
  { origins, tickets }: ChatServerOptions,
): { name: string } | number {
  // RFC 6455, 10.2. Browsers always send it, and truly.
  if (!origins.has(headers.origin ?? '')) return 403;
  const offered = headers['sec-websocket-protocol'] ?? '';
  const names = offered.split(',').map((one) => one.trim());
  if (!SUBPROTOCOLS.some((one) => names.includes(one)))
    return 400; // a browser would refuse a 101 without one
  const { searchParams } = new URL(url, 'http://localhost');
  const name = tickets.take(searchParams.get('ticket') ?? '');
  return name === undefined ? 401 : { name };
}

function refuse(stream: Duplex, status: number): void {
  const line = `HTTP/1.1 ${status} ${STATUS_CODES[status]}`;
  const headers = 'Connection: close\r\nContent-Length: 0';
  stream.end(`${line}\r\n${headers}\r\n\r\n`);
}

function seat(
  socket: WebSocket,
  node: ChatNode,
  name: string,
): void {
  const { hear, left } = node.join(socket, name);
  socket.on('message', (data, isBinary) => {
    if (isBinary) return socket.close(CLOSE.unsupported);
    try {
      hear(data.toString());
    } catch (error) {
      if (!(error instanceof BadMessageError)) throw error;
      socket.close(CLOSE.badMessage, error.message);
    }
  });
  // Too long, not UTF-8: ws closes by itself, and says so here.
  socket.on('error', () => {});
  socket.on('close', left);
}
