import { createRequire } from 'node:module';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { WebSocketServer, type WebSocket } from 'ws';
import { Machine } from './machine.ts';
import type { Call, FromServer } from './protocol.ts';

/** How the next start goes. */
export type Mood = 'well' | 'hangs' | 'fails';

/** What the real service sends with its page, so that an isolated page may frame it. */
const headers = {
  'content-type': 'text/html',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
};

/** The client's own copy of Comlink. */
const ownComlink: Plugin = {
  name: 'own-comlink',
  setup(esbuild) {
    const client = createRequire(import.meta.url).resolve('comlink/package.json');
    const vendored = join(dirname(client), '../@webcontainer/api/dist/vendor/index.js');
    esbuild.onResolve({ filter: /^comlink$/ }, () => ({ path: 'comlink', namespace: 'client' }));
    esbuild.onLoad({ filter: /.*/, namespace: 'client' }, () => ({
      contents: `import { Comlink } from ${JSON.stringify(vendored)};
        export const { expose, proxy } = Comlink;`,
      resolveDir: dirname(vendored),
    }));
  },
};

/** A local page that answers in WebContainer's place, with real Node.js behind it. */
export class StandIn {
  readonly origin: string;
  mood: Mood = 'well';
  /** Has Node.js in the containers say that it is 22.12 and strip no types. */
  isOld = false;
  /** How many containers were built. */
  builds = 0;
  readonly #server: Server;
  readonly #machines = new Set<Machine>();

  private constructor(server: Server) {
    this.#server = server;
    this.origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    new WebSocketServer({ server }).on('connection', (socket) => this.#serve(socket));
  }

  static async start(): Promise<StandIn> {
    const { outputFiles } = await build({
      entryPoints: [join(import.meta.dirname, 'page.ts')],
      bundle: true,
      format: 'esm',
      write: false,
      plugins: [ownComlink],
    });
    const script = outputFiles[0]?.text.replaceAll('</script', '<\\/script') ?? '';
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const standIn = new StandIn(server);
    server.on('request', (_request, response) => {
      const body = standIn.mood === 'hangs' ? '' : `<script type="module">${script}</script>`;
      response.writeHead(200, headers).end(`<!doctype html><title>Stand-in</title>${body}`);
    });
    return standIn;
  }

  /** Containers that have not been torn down. */
  get machines(): number {
    return this.#machines.size;
  }

  /** Programs that run in all of them. */
  get processes(): number {
    return [...this.#machines].reduce((sum, { running }) => sum + running, 0);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#machines].map((machine) => machine.end()));
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: WebSocket): void {
    const tell = (message: FromServer): void => socket.send(JSON.stringify(message));
    const machine = new Machine(tell, this.isOld);
    this.#machines.add(machine);
    socket.on('message', (data) => {
      const call = JSON.parse(String(data)) as Call;
      void this.#answer(machine, call).then(tell);
    });
    socket.on('close', () => {
      this.#machines.delete(machine);
      void machine.end();
    });
  }

  async #answer(machine: Machine, { id, method, args }: Call): Promise<FromServer> {
    try {
      if (method === 'build') return this.#build(id);
      const call = machine.calls[method];
      if (!call) throw new Error(`The stand-in knows no ${method}.`);
      return { type: 'reply', id, value: await call(...(args as never[])) };
    } catch (error) {
      return { type: 'error', id, message: error instanceof Error ? error.message : 'failed' };
    }
  }

  #build(id: number): FromServer {
    if (this.mood === 'fails') return { type: 'error', id, message: 'No room for a container.' };
    this.builds += 1;
    return { type: 'reply', id };
  }
}
