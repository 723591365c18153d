import { createServer, type RequestListener, type Server } from 'node:http';

/** A server on both loopback addresses, since `localhost` may mean either. */
export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** `::1` is missing on machines without IPv6; `127.0.0.1` then does alone. */
const LOOPBACK = ['127.0.0.1', '::1'];
const LAST_PORT = 65_535;

/**
 * Listens on the loopback addresses only, on the first port that is free on both.
 *
 * @param handler Answers every request.
 * @param firstPort Tried first, then the following ones. 0 takes any free port.
 * @throws {Error} When no port is free.
 */
export async function listenOnFreePort(
  handler: RequestListener,
  firstPort: number,
): Promise<Listening> {
  const stride = firstPort === 0 ? 0 : 1;
  for (let port = firstPort; port <= LAST_PORT; port += stride) {
    const servers = await listenEverywhere(handler, port);
    if (servers !== undefined) return toListening(servers);
  }
  throw new Error(`No free port from ${firstPort} on.`);
}

/** @returns A port that was free a moment ago, for a server of another process. */
export async function freePort(): Promise<number> {
  const listening = await listenOnFreePort(() => undefined, 0);
  await listening.close();
  return listening.port;
}

async function listenEverywhere(
  handler: RequestListener,
  firstPort: number,
): Promise<readonly Server[] | undefined> {
  const servers: Server[] = [];
  let port = firstPort;
  for (const host of LOOPBACK) {
    const server = createServer(handler);
    const failure = await listen(server, port, host);
    if (failure === undefined) {
      servers.push(server);
      port = portOf(server);
    } else if (failure.code === 'EADDRINUSE' || servers.length === 0) {
      await Promise.all(servers.map(close));
      if (failure.code === 'EADDRINUSE') return undefined;
      throw failure;
    }
  }
  return servers;
}

function listen(
  server: Server,
  port: number,
  host: string,
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      resolve(undefined);
    });
  });
}

function toListening(servers: readonly Server[]): Listening {
  const [first] = servers;
  if (first === undefined) throw new Error('No server listens.');
  return {
    port: portOf(first),
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
