/**
 * The page `/headless` of the stand-in: it speaks the protocol that the client of WebContainer
 * expects, and has a server do the work. `comlink` is the client's own copy (see server.ts), since
 * versions of Comlink do not understand each other.
 */
import * as Comlink from 'comlink';
import type { Call, Command, FromServer } from './protocol.ts';

type Listener = (...args: unknown[]) => void;
type OutputListener = (data: Uint8Array | null) => void;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface Followed {
  readonly output: OutputListener | undefined;
  readonly exit: PromiseWithResolvers<number>;
}

const encoder = new TextEncoder();

/** One container, as the client sees it; its connection is its life. */
class Instance {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #processes = new Map<number, Followed>();
  readonly #listeners = new Map<string, Set<Listener>>();
  #lastCall = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#take(JSON.parse(String(data)) as FromServer);
  }

  static async connect(options: unknown): Promise<Instance> {
    const socket = new WebSocket(location.origin.replace(/^http/, 'ws'));
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = () => reject(new Error('The stand-in has no server.'));
    });
    const instance = new Instance(socket);
    await instance.#call('build', options);
    return instance;
  }

  fs() {
    const call = (method: string) => {
      return (...args: unknown[]) => this.#call(method, ...args);
    };
    const methods = ['readFile', 'writeFile', 'readdir', 'mkdir', 'rm', 'rename'];
    return Comlink.proxy(Object.fromEntries(methods.map((name) => [name, call(name)])));
  }

  previewScript() {
    return Comlink.proxy({});
  }

  runtimeInfo() {
    return this.#call('runtimeInfo');
  }

  async loadFiles(payload: Uint8Array): Promise<void> {
    await this.#call('loadFiles', JSON.parse(new TextDecoder().decode(payload)));
  }

  async serialize(path: string): Promise<Uint8Array> {
    return encoder.encode(JSON.stringify(await this.#call('serialize', path)));
  }

  async run(command: Command, _stdout: unknown, _stderr: unknown, output?: OutputListener) {
    const process = (await this.#call('run', command)) as number;
    const exit = Promise.withResolvers<number>();
    this.#processes.set(process, { output, exit });
    await this.#call('follow', process);
    return Comlink.proxy({
      write: (data: string) => this.#call('write', process, data),
      resize: (size: unknown) => this.#call('resize', process, size),
      kill: () => this.#call('kill', process),
      onExit: exit.promise,
    });
  }

  on(event: string, listener: Listener) {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return Comlink.proxy(() => listeners.delete(listener));
  }

  setCredentials(): void {
    // The stand-in asks nobody who they are.
  }

  async teardown(): Promise<void> {
    await this.#call('teardown');
    this.#socket.close();
  }

  #call(method: string, ...args: unknown[]): Promise<unknown> {
    this.#lastCall += 1;
    const id = this.#lastCall;
    this.#socket.send(JSON.stringify({ id, method, args } satisfies Call));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #take(message: FromServer): void {
    switch (message.type) {
      case 'reply':
        this.#waiting.get(message.id)?.resolve(message.value);
        break;
      case 'error':
        this.#waiting.get(message.id)?.reject(new Error(message.message));
        break;
      case 'output': {
        const { text } = message;
        const data = text === null ? null : encoder.encode(text);
        this.#processes.get(message.process)?.output?.(data);
        break;
      }
      case 'exit':
        this.#processes.get(message.process)?.exit.resolve(message.code);
        break;
      case 'port':
        this.#tell('port', message.port, message.state, message.url);
        if (message.state === 'open') this.#tell('server-ready', message.port, message.url);
    }
  }

  #tell(event: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...args);
  }
}

const { port1, port2 } = new MessageChannel();
Comlink.expose(
  { build: async (options: unknown) => Comlink.proxy(await Instance.connect(options)) },
  port1,
);
parent.postMessage({ type: 'init' }, '*', [port2]);
