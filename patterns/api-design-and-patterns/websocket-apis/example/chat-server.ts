import {
  STATUS_CODES,
  type IncomingMessage,
  type Server,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { ServerOptions, WebSocket } from 'ws';
import type { ChatNode } from './chat-node.ts';
import { BadMessageError, CLOSE } from './protocol.ts';

export interface TicketOptions {
  readonly clock: { now(): number };
  /** From a safe source: `crypto.randomUUID` is one. */
  readonly draw: () => string;
  readonly livesMs: number;
}

/**
 * A page of ours asks for one by an ordinary POST, with its
 * cookie and its CSRF token, and puts it into the URL of the
 * handshake: good once, and for seconds, so a log that keeps the
 * URL keeps nothing of use. Behind several nodes: a shared store.
 */
export class Tickets {
  readonly #options: TicketOptions;
  readonly #open = new Map<
    string,
    { name: string; by: number }
  >();

  constructor(options: TicketOptions) {
    this.#options = options;
  }

  issue(name: string): string {
    const { clock, draw, livesMs } = this.#options;
    const now = clock.now();
    // In order of their ends, so the old ones come first.
    for (const [ticket, { by }] of this.#open) {
      if (by > now) break;
      this.#open.delete(ticket);
    }
    const ticket = draw();
    this.#open.set(ticket, { name, by: now + livesMs });
    return ticket;
  }

  /** @returns whose it is, the first time and in time */
  take(ticket: string): string | undefined {
    const found = this.#open.get(ticket);
    this.#open.delete(ticket);
    const isGood = found && found.by > this.#options.clock.now();
    return isGood ? found.name : undefined;
  }
}

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
  // `new URL` throws for some targets, and here nobody catches.
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  const name = tickets.take(query.get('ticket') ?? '');
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
