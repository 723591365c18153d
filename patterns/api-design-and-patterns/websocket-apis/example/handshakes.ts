import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, type WebSocketServer } from 'ws';
import { RealClock } from '#lab';
import { ChatNode } from './chat-node.ts';
import { serveChat, Tickets } from './chat-server.ts';
import type { FromNode } from './protocol.ts';
import { RoomLog } from './room-log.ts';

const OURS = 'https://chat.example';
const HELLO = { type: 'hello', page: 'p1', after: 0 };

/** Two nodes with ws on real sockets, one log behind them. */
export async function knock(
  tell: (line: string) => void,
): Promise<void> {
  const clock = new RealClock();
  const tickets = new Tickets({
    clock,
    draw: randomUUID,
    livesMs: 30_000,
  });
  const log = new RoomLog({ keep: 100, keepPages: 100 });
  const nodes: ChatNode[] = [];
  const make = (): ChatNode =>
    new ChatNode({
      clock,
      log,
      tellOthers: () => nodes.forEach((one) => one.look()),
      deadlineMs: 60_000,
      bufferBytes: 65_536,
      closeMs: 1_000,
      onGone: () => {},
    });
  nodes.push(make(), make());
  const servers = await Promise.all(
    nodes.map((node) => listen(node, tickets)),
  );
  try {
    const [a, b] = servers.map(({ server }) => (guest: Guest) => {
      const { port } = server.address() as AddressInfo;
      const origin = OURS;
      const ticket = tickets.issue('guest');
      return new Visit(port, { origin, ticket, ...guest });
    });
    if (!a || !b) throw new Error('two nodes');
    const row = (what: string, result: unknown): void =>
      tell(`${what.padEnd(24)} ${result}`);

    row(
      'page of another site',
      await a({ origin: 'https://x.test' }).status,
    );
    row('no ticket', await a({ ticket: '' }).status);
    const ticket = tickets.issue('guest');
    await a({ ticket }).status;
    row('a ticket used twice', await a({ ticket }).status);
    row(
      'speaks chat.v9 only',
      await a({ protocols: ['chat.v9'] }).status,
    );
    const ann = a({});
    row('speaks v2 and v1', await ann.status);
    const ben = b({});
    await ben.status;
    ben.send(JSON.stringify(HELLO));
    ann.send(JSON.stringify(HELLO));
    const said = { type: 'say', count: 1, text: 'hi' };
    ann.send(JSON.stringify(said));
    row('said at A, heard at B', await ben.heard('hi'));
    for (const [what, data] of [
      ['a message of 5,000 bytes', 'x'.repeat(5_000)],
      ['binary', Buffer.from([1])],
      ['not a message of ours', '{"type":"shout"}'],
    ] as const) {
      const rude = a({});
      await rude.status;
      rude.send(data);
      row(what, await rude.closed);
    }
    row('a node that restarts', await closedBy(nodes, ann));
  } finally {
    for (const { server, sockets } of servers) {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
    }
  }
}

async function closedBy(
  nodes: readonly ChatNode[],
  visit: Visit,
): Promise<number> {
  const drains = nodes.map((node) => node.drain(0));
  await Promise.all(drains);
  return visit.closed;
}

async function listen(
  node: ChatNode,
  tickets: Tickets,
): Promise<{ server: Server; sockets: WebSocketServer }> {
  const server = createServer();
  const sockets = serveChat(server, {
    node,
    tickets,
    origins: new Set([OURS]),
    maxBytes: 4_096, // 500 characters, all of them escaped
    closeMs: 1_000,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, sockets };
}

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
      socket.on('unexpected-response', (_, response) => {
        response.resume();
        resolve(`${response.statusCode}`);
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
