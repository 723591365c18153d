import type { Limits, OutputChunk } from '../../../engine/contract.ts';
import { Meter } from '../meter.ts';
import { OutputBudget } from '../output-budget.ts';
import {
  largeChunk,
  messageChars,
  sendEveryMs,
  sendRate,
  traceEventChars,
  type FromWorker,
} from '../protocol.ts';
import type { Native } from './native.ts';
import { Fifo } from './loop/fifo.ts';

/** The browser's part of the outlet. */
export type OutletHost = Pick<Native, 'post' | 'stringify' | 'setTimeout' | 'monotonicMs'>;

type Ending = Extract<FromWorker, { type: 'end' | 'unparsed' }>;

/** One step of the program's story: output and trace events keep their order. */
type Item = OutputChunk | { readonly event: string };

/**
 * The way out of the worker. Output waits up to 16 ms for company; a large amount leaves at once,
 * so that a loop that never yields shows what it prints. What exceeds the page's pace waits here.
 */
export class Outlet {
  readonly #host: OutletHost;
  readonly #limits: Limits;
  readonly #budget: OutputBudget;
  readonly #meter: Meter;
  readonly #onFull: () => void;
  readonly #items = new Fifo<Item>();
  /** The last chunk, to which text of the same stream is added. */
  #open: { stream: OutputChunk['stream']; parts: string[]; chars: number } | undefined;
  #waitingChars = 0;
  #sentAtMs = -Infinity;
  #armed = false;
  #events = 0;
  #cut = 0;
  #end: Ending | undefined;

  /** @param onFull called once, when the program wants to write more than its limit */
  constructor(host: OutletHost, limits: Limits, onFull: () => void) {
    this.#host = host;
    this.#limits = limits;
    this.#budget = new OutputBudget(limits);
    this.#meter = new Meter(sendRate, sendRate, host.monotonicMs());
    this.#onFull = onFull;
  }

  write(stream: OutputChunk['stream'], text: string): void {
    if (this.#end || text === '') return;
    const fits = this.#budget.spend(text);
    for (let at = 0; at < fits.length; at += messageChars) {
      this.#add(stream, fits.slice(at, at + messageChars));
    }
    this.#sendSoon();
    if (fits.length < text.length) this.#onFull();
  }

  /** Takes a trace event; one that is too long, too many or no JSON is dropped and counted. */
  trace(event: unknown): void {
    if (this.#end) return;
    const text = this.#events < this.#limits.traceEvents ? this.#jsonOf(event) : undefined;
    if (text === undefined || text.length > traceEventChars) {
      this.#cut += 1;
      return;
    }
    this.#events += 1;
    this.#close();
    this.#items.push({ event: text });
    this.#waitingChars += text.length;
    this.#sendSoon();
  }

  /** Says the last word, after everything that was written. */
  end(ending: Ending): void {
    if (this.#end) return;
    this.#end =
      ending.type === 'end' && this.#cut > 0 ? { ...ending, traceCut: this.#cut } : ending;
    this.#sendNow();
  }

  #jsonOf(value: unknown): string | undefined {
    try {
      return this.#host.stringify(value);
    } catch {
      return undefined;
    }
  }

  #add(stream: OutputChunk['stream'], text: string): void {
    if (this.#open?.stream !== stream || this.#open.chars + text.length > messageChars) {
      this.#close();
      this.#open = { stream, parts: [], chars: 0 };
    }
    this.#open.parts.push(text);
    this.#open.chars += text.length;
    this.#waitingChars += text.length;
  }

  #close(): void {
    if (this.#open) this.#items.push({ stream: this.#open.stream, text: this.#open.parts.join('') });
    this.#open = undefined;
  }

  #sendSoon(): void {
    const sinceMs = this.#host.monotonicMs() - this.#sentAtMs;
    if (sinceMs >= sendEveryMs || this.#waitingChars >= largeChunk) this.#sendNow();
    else this.#arm(sendEveryMs - sinceMs);
  }

  #arm(delayMs: number): void {
    if (this.#armed) return;
    this.#armed = true;
    this.#host.setTimeout(() => {
      this.#armed = false;
      this.#sendNow();
    }, delayMs);
  }

  #sendNow(): void {
    this.#close();
    while (this.#items.size > 0) {
      if (!this.#sendBatch()) {
        this.#arm(sendEveryMs);
        return;
      }
    }
    if (this.#end) this.#host.post(this.#jsonOf(this.#end) ?? '');
  }
}
