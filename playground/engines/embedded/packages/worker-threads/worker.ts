import { EventEmitter } from 'node:events';
import { isAbsolute, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { invalidArgType, nodeError, notInEngine, validateString } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { readyText, type FromWorker, type Job } from '../../protocol.ts';
import type { NativeThread, ThreadNews, ThreadStart } from '../../worker/thread.ts';
import { stateOf } from './ports.ts';

/** `Worker` of `node:worker_threads`: a Worker inside the Worker, with a file of the project. */

export interface WorkerOptions {
  readonly argv?: readonly unknown[];
  readonly env?: Readonly<Record<string, unknown>> | symbol | null;
  readonly eval?: boolean;
  readonly workerData?: unknown;
  readonly stdout?: boolean;
  readonly stderr?: boolean;
  readonly stdin?: boolean;
  readonly name?: string;
  readonly transferList?: Transferable[];
}

/** Threads at a time: each is a Worker of the browser, with memory of its own. */
const mostThreads = 8;
const appFolder = '/app/';

export const shareEnv = Symbol.for('nodejs.worker_threads.SHARE_ENV');
export const environmentData = new Map<unknown, unknown>(machine.thread?.environmentData);
const counts = { started: 0, running: 0 };

/** @throws {Error} naming what is missing */
export function refuse(what: string): never {
  throw notInEngine(`${what} of worker_threads`);
}

function pathError(filename: string): Error {
  const message =
    'The worker script or module filename must be an absolute path or a relative path starting ' +
    `with './' or '../'.${filename.startsWith('file://') ? ' Wrap file:// URLs with `new URL`.' : ''}` +
    ` Received "${filename}"`;
  return nodeError(TypeError, 'ERR_WORKER_PATH', message, pathError);
}

function readFilename(filename: unknown): string {
  if (filename instanceof URL) return fileURLToPath(filename);
  if (typeof filename !== 'string') throw invalidArgType('filename', ['string', 'URL'], filename);
  if (!isAbsolute(filename) && !/^\.\.?[\\/]/.test(filename)) throw pathError(filename);
  return resolve(filename);
}

function readEnv(env: WorkerOptions['env']): Job['env'] {
  const given = env === undefined || env === null || env === shareEnv ? machine.process.env : env;
  if (typeof given !== 'object')
    throw invalidArgType(
      'options.env',
      ['object', 'undefined', 'null', 'worker_threads.SHARE_ENV'],
      env,
    );
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, `${value}`]));
}

function tooMany(): Error {
  const message =
    `The built-in engine runs at most ${mostThreads} worker threads at a time. ` +
    'End some with worker.terminate() first.';
  return nodeError(Error, 'ERR_WORKER_INIT_FAILED', message, tooMany);
}

class ThreadOutput extends Readable {
  override _read(): void {
    // It comes when the thread prints.
  }
}

export class Worker extends EventEmitter {
  readonly stdin = null;
  readonly stdout: Readable = new ThreadOutput();
  readonly stderr: Readable = new ThreadOutput();
  threadName: string | null;
  readonly #port: MessagePort;
  readonly #options: WorkerOptions;
  #native: NativeThread | undefined;
  #release: (() => void) | undefined;
  #id: number;

  constructor(filename: unknown, options: WorkerOptions = {}) {
    super();
    if (options.eval) refuse('new Worker(…, { eval: true })');
    if (options.stdin) refuse('new Worker(…, { stdin: true })');
    const path = readFilename(filename);
    const env = readEnv(options.env);
    const { name = 'WorkerThread' } = options;
    validateString(name, 'options.name');
    if (counts.running >= mostThreads) throw tooMany();
    counts.started += 1;
    counts.running += 1;
    this.#id = counts.started;
    this.threadName = name;
    this.#options = options;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#start(path, env, port2);
    machine.loop.nextTick(() => machine.process.emit('worker', this));
  }

  get threadId(): number {
    return this.#id;
  }

  postMessage(message: unknown, transfer?: Transferable[]): void {
    if (this.#native) this.#port.postMessage(message, transfer ?? []);
  }

  terminate(): Promise<number | undefined> {
    if (!this.#native) return Promise.resolve(undefined);
    this.ref();
    const ended = new Promise<number>((done) => this.once('exit', done));
    machine.loop.poll(() => this.#exit(1));
    return ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.terminate();
  }

  ref(): void {
    if (this.#native) this.#release ??= machine.loop.hold();
  }

  unref(): void {
    this.#release?.();
    this.#release = undefined;
  }

  #start(path: string, env: Job['env'], port: MessagePort): void {
    const { workerData, argv = [], transferList = [] } = this.#options;
    const control = new MessageChannel();
    const start: ThreadStart = {
      type: 'thread',
      id: this.#id,
      name: this.threadName ?? '',
      workerData,
      argv: argv.map(String),
      assets: machine.assets,
      environmentData,
      port,
      control: control.port2,
    };
    const entry = path.startsWith(appFolder) ? path.slice(appFolder.length) : path;
    const job: Job = { ...machine.job, entry, env, mode: 'script' };
    const thread = machine.native.spawn();
    control.port1.onmessage = null;
    control.port1.addEventListener('message', ({ data }: MessageEvent<ThreadNews>) =>
      machine.loop.poll(() => this.#hear(data)),
    );
    control.port1.start();
    stateOf(this.#port).emitter.on('message', (message: unknown) => this.emit('message', message));
    this.#port.start();
    // Before the browser has copied it, the program might change what it handed over.
    try {
      thread.postMessage(start, [port, control.port2, ...transferList]);
    } catch (error) {
      thread.terminate();
      counts.running -= 1;
      throw error;
    }
    this.#native = thread;
    this.#release = machine.loop.hold();
    const text = JSON.stringify({ type: 'run', job });
    thread.listen((data) => {
      if (data === readyText) thread.postMessage(text);
      else machine.loop.poll(() => this.#take(JSON.parse(String(data)) as FromWorker));
    });
  }

  #hear(news: ThreadNews): void {
    if (!this.#native) return;
    if (news.type === 'online') this.emit('online');
    else this.emit('error', restore(news));
  }

  /** What the thread says, as the frame would hear it of the first one. */
  #take(message: FromWorker): void {
    if (!this.#native) return;
    if (message.type === 'said') {
      for (const { stream, text } of message.items) this.#print(stream, text);
    } else if (message.type === 'unparsed') {
      this.emit('error', new SyntaxError(message.message));
      this.#exit(1);
    } else if (message.type === 'end') {
      // Messages of its ports come by another way, and were sent before.
      machine.loop.immediate(() => machine.loop.poll(() => this.#exit(message.code)));
    }
  }

  #print(stream: 'stdout' | 'stderr', text: string): void {
    if (this.#options[stream]) this[stream].push(text);
    else machine.process[stream].write(text);
  }

  #exit(code: number): void {
    if (!this.#native) return;
    this.#native.terminate();
    this.#native = undefined;
    this.#id = -1;
    this.threadName = null;
    counts.running -= 1;
    this.#port.close();
    for (const stream of [this.stdout, this.stderr]) stream.push(null);
    this.unref();
    this.emit('exit', code);
    this.removeAllListeners();
  }
}

/** The error as it was, with the fields that copying lost. */
function restore({ error, fields }: Extract<ThreadNews, { type: 'error' }>): unknown {
  return error instanceof Error ? Object.assign(error, fields) : error;
}
