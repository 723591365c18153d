import { Meter } from '../meter.ts';
import { frameAllow, frameDocument, frameOrigin, frameSandbox } from '../policy.ts';
import {
  floodBurst,
  floodRate,
  framePingMs,
  frameSilenceMs,
  fromWorker,
  helloText,
  portText,
  startMs,
  type Assets,
  type Job,
  type LostReason,
  type ToFrame,
  type ToVisitor,
} from '../protocol.ts';
import { Silence } from '../silence.ts';
import { readFrameMessage } from './read-message.ts';

/** What stands in the cage, as `Engine.load` fetched it. */
export interface CageTexts {
  readonly frameScript: string;
  readonly frameHash: string;
  readonly worker: string;
}

/** What a cage is for, and who hears that it is gone before a program runs in it. */
export interface CageUse {
  /** Whether its program may compile WebAssembly. */
  readonly compiles: boolean;
  onLost(): void;
}

/** It has no work of its own. */
const framePatience = { limitMs: frameSilenceMs, laborMs: frameSilenceMs };

/** Who hears what happens in the cage. */
export interface Keeper {
  /** A text of the worker, unread. */
  text(text: string): void;
  /** The cage is gone. */
  lost(reason: LostReason): void;
}

/**
 * The opaque frame with its Worker, seen from the page. It serves one run. Whatever breaks the
 * protocol makes it remove itself, and every thread inside ends with it.
 */
export class Cage {
  /** Settles when a program can start; rejects where the cage is lost before. */
  readonly ready: Promise<unknown>;
  readonly compiles: boolean;
  readonly #frame = document.createElement('iframe');
  readonly #meter = new Meter(floodRate, floodBurst, performance.now());
  readonly #open = new AbortController();
  readonly #start = Promise.withResolvers<undefined>();
  readonly #texts: CageTexts;
  #keeper: Keeper;
  #port: MessagePort | undefined;
  #silence: Silence | undefined;
  #loads = 0;

  constructor(texts: CageTexts, { compiles, onLost }: CageUse) {
    this.#texts = texts;
    this.compiles = compiles;
    this.#keeper = { text: () => this.#lose('bad-message'), lost: onLost };
    this.ready = this.#start.promise;
    // A frame that does not answer serves nobody: whoever comes next gets another.
    this.ready.catch(() => this.#lose('broken'));
    const { signal } = this.#open;
    addEventListener('message', (event) => this.#hear(event), { signal });
    this.#frame.addEventListener('load', () => this.#loaded(), { signal });
    this.#after(startMs, () => this.#start.reject(new Error('The frame did not answer.')));
    this.#show();
  }

  /** Starts the program. The cage must be ready. */
  run(job: Job, assets: Assets, keeper: Keeper): void {
    this.#keeper = keeper;
    if (Object.keys(assets).length > 0) this.#port?.postMessage(assets);
    this.#send({ type: 'run', job });
    const silence = new Silence(framePatience, framePingMs, performance.now());
    this.#silence = silence;
    const watch = setInterval(() => this.#watch(silence), framePingMs);
    this.#open.signal.addEventListener('abort', () => clearInterval(watch));
  }

  /** Asks a server of the program. */
  visit(visit: ToVisitor): void {
    this.#send({ type: 'visit', visit });
  }

  /** Ends everything inside. Nothing is heard of the cage afterwards. */
  remove(): void {
    this.#open.abort();
    this.#port?.close();
    this.#frame.remove();
    this.#start.reject(new Error('The frame was removed.'));
  }

  #show(): void {
    const { frameScript, frameHash } = this.#texts;
    const frame = this.#frame;
    frame.setAttribute('sandbox', frameSandbox);
    frame.setAttribute('allow', frameAllow);
    frame.setAttribute('aria-hidden', 'true');
    frame.referrerPolicy = 'no-referrer';
    frame.tabIndex = -1;
    frame.title = 'Code runner';
    Object.assign(frame.style, { position: 'fixed', width: '1px', height: '1px', border: '0' });
    Object.assign(frame.style, { top: '0', left: '0', opacity: '0', pointerEvents: 'none' });
    frame.srcdoc = frameDocument(frameScript, frameHash, this.compiles);
    document.body.append(frame);
  }

  /** The frame loads once; a second document in it is a stranger. */
  #loaded(): void {
    this.#loads += 1;
    if (this.#loads > 1) this.#lose('broken');
  }

  /** The frame says one word to the page's window, and never another. */
  #hear({ source, origin, data, ports }: MessageEvent<unknown>): void {
    if (source !== this.#frame.contentWindow) return;
    const expected = origin === frameOrigin && data === helloText && ports.length === 0;
    if (!expected || this.#port) {
      this.#lose('bad-message');
      return;
    }
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = (event: MessageEvent<unknown>) => this.#receive(event);
    port1.onmessageerror = () => this.#lose('bad-message');
    this.#frame.contentWindow?.postMessage(portText, '*', [port2]);
    this.#send({ type: 'boot', worker: this.#texts.worker });
  }

  #receive({ data, ports }: MessageEvent<unknown>): void {
    if (this.#open.signal.aborted) return;
    if (typeof data !== 'string' || ports.length > 0) this.#lose('bad-message');
    else if (!this.#meter.take(data.length, performance.now())) this.#lose('flood');
    else if (data.startsWith(fromWorker)) this.#keeper.text(data.slice(fromWorker.length));
    else this.#receiveOwn(data);
  }

  #receiveOwn(text: string): void {
    const message = readFrameMessage(text);
    if (message?.type === 'ready') this.#start.resolve(undefined);
    else if (message?.type === 'pong') this.#silence?.answered();
    else this.#lose(message?.reason ?? 'bad-message');
  }

  #watch(silence: Silence): void {
    const step = silence.tick(performance.now());
    if (step === 'ping') this.#send({ type: 'ping' });
    if (step === 'silent') this.#lose('broken');
  }

  #lose(reason: LostReason): void {
    if (this.#open.signal.aborted) return;
    this.remove();
    this.#keeper.lost(reason);
  }

  #send(message: ToFrame): void {
    this.#port?.postMessage(JSON.stringify(message));
  }

  #after(ms: number, run: () => void): void {
    const timer = setTimeout(run, ms);
    this.#open.signal.addEventListener('abort', () => clearTimeout(timer));
  }
}
