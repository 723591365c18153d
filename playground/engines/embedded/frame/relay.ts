import { Meter } from '../meter.ts';
import {
  floodBurst,
  floodRate,
  fromWorker,
  laborMs,
  laborText,
  longestMessage,
  pingMs,
  pingText,
  pongText,
  readyText,
  restText,
  silenceMs,
  type Assets,
  type FromFrame,
  type Handed,
  type Job,
  type LostReason,
  type ToVisitor,
} from '../protocol.ts';
import { Silence } from '../silence.ts';

/** Stands between the page and one Worker. */
export class Relay {
  readonly #send: (text: string) => void;
  readonly #meter = new Meter(floodRate, floodBurst, performance.now());
  #worker: Worker | undefined;
  #state: 'booting' | 'ready' | 'running' | 'lost' = 'booting';
  #pong = '';
  #silence: Silence | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;

  /** @param send puts a text on the page's port */
  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  /** Makes the Worker, which says when it is ready. */
  boot(program: string): void {
    const url = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
    const worker = new Worker(url, { name: 'program' });
    worker.onmessage = (event) => this.#receive(event);
    worker.onmessageerror = () => this.#lose('bad-message');
    worker.onerror = (event) => {
      event.preventDefault();
      if (this.#state === 'booting') this.#lose('broken');
      else this.#count(event.message.length);
    };
    this.#worker = worker;
  }

  /** Passes files on to the worker, which keeps them for the program. */
  hand(assets: Assets): void {
    const memory = Object.values(assets).map(({ buffer }) => buffer);
    const handed: Handed = { type: 'assets', assets };
    this.#worker?.postMessage(handed, memory);
  }

  run(job: Job): void {
    if (this.#state !== 'ready') return;
    this.#state = 'running';
    const patience = { limitMs: silenceMs, laborMs };
    const silence = new Silence(patience, pingMs, performance.now());
    this.#watch = setInterval(() => this.#tick(silence), pingMs);
    this.#silence = silence;
    this.#worker?.postMessage(JSON.stringify({ type: 'run', job }));
    this.#tick(silence);
  }

  /** Passes on what the page wants of a server in the program. */
  visit(visit: ToVisitor): void {
    if (this.#state === 'running') this.#worker?.postMessage(JSON.stringify(visit));
  }

  /** Answers the page's own heartbeat. */
  answer(): void {
    this.#say({ type: 'pong' });
  }

  #tick(silence: Silence): void {
    const step = silence.tick(performance.now());
    if (step === 'silent') this.#lose('silent');
    if (step !== 'ping') return;
    const id = Array.from(crypto.getRandomValues(new Uint32Array(2))).join('-');
    this.#pong = pongText(id);
    this.#worker?.postMessage(pingText(id));
  }

  #receive({ data, ports }: MessageEvent<unknown>): void {
    if (this.#state === 'lost') return;
    if (typeof data !== 'string' || data.length > longestMessage || ports.length > 0) {
      this.#lose('bad-message');
    } else if (!this.#count(data.length)) {
      return;
    } else if (data === this.#pong) {
      this.#pong = '';
      this.#silence?.answered();
    } else if (data === laborText || data === restText) {
      this.#silence?.labors(data === laborText, performance.now());
    } else if (this.#state === 'booting' && data === readyText) {
      this.#state = 'ready';
      this.#say({ type: 'ready' });
    } else {
      this.#send(fromWorker + data);
    }
  }

  #count(chars: number): boolean {
    const fits = this.#meter.take(chars, performance.now());
    if (!fits) this.#lose('flood');
    return fits;
  }

  #lose(reason: LostReason): void {
    if (this.#state === 'lost') return;
    this.#state = 'lost';
    clearInterval(this.#watch);
    this.#worker?.terminate();
    this.#say({ type: 'lost', reason });
  }

  #say(message: FromFrame): void {
    this.#send(JSON.stringify(message));
  }
}
