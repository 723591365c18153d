import { WebSocket } from 'ws';
import type { FromNode } from './messages.ts';

/** What is special about a handshake. */
export interface Guest {
  readonly origin?: string;
  readonly ticket?: string;
  readonly protocols?: string[];
}

/** One WebSocket of a client, and what became of it. */
export class Visit {
  readonly #socket: WebSocket;
  /** Of the handshake; with the subprotocol, where it is 101. */
  readonly status: Promise<string>;
  /** Code of the close frame. */
  readonly closed: Promise<number>;

  constructor(
    port: number,
    {
      origin = '',
      ticket = '',
      protocols = ['chat.v2', 'chat.v1'],
    }: Guest,
  ) {
    const url = `ws://127.0.0.1:${port}/room?ticket=${ticket}`;
    const socket = new WebSocket(url, protocols, { origin });
    this.#socket = socket;
    socket.on('error', () => {}); // told by what follows it
    this.status = new Promise((resolve) => {
      socket.on('open', () => resolve(`101 ${socket.protocol}`));
      socket.on('unexpected-response', (request, response) => {
        resolve(`${response.statusCode}`);
        request.destroy();
      });
    });
    this.closed = new Promise((resolve) => {
      socket.on('close', (code) => resolve(code));
    });
  }

  send(data: string | Buffer): void {
    this.#socket.send(data);
  }

  /** @returns where in the log the message with this text is */
  heard(text: string): Promise<string> {
    return new Promise((resolve) => {
      this.#socket.on('message', (data) => {
        const told: FromNode = JSON.parse(data.toString());
        if (told.type !== 'messages') return;
        const found = told.messages.find((m) => m.text === text);
        if (found) resolve(`seq ${found.seq}`);
      });
    });
  }
}
