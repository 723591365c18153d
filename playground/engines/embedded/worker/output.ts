import type { Limits, OutputChunk } from '../../../engine/contract.ts';
import { Meter } from '../meter.ts';
import { OutputBudget } from '../../../engine/output-budget.ts';
import {
  largeChunk,
  sendEveryMs,
  sendRate,
  traceEventChars,
  type FromVisitor,
  type FromWorker,
} from '../protocol.ts';
import { Messages } from './messages.ts';
import type { Native } from './native.ts';

/** The browser's part of the outlet. */
export type OutletHost = Pick<Native, 'post' | 'stringify' | 'setTimeout' | 'monotonicMs'>;

/** A program's last word. */
export type Ending = Extract<FromWorker, { type: 'end' | 'unparsed' }>;

/**
 * The way out of the worker. Output waits up to 16 ms for company; a large amount leaves at once,
 * so that a loop that never yields shows what it prints. What exceeds the pace that the page bears
 * waits here, and its program goes on.
 */
export class Outlet {
  readonly #host: OutletHost;
  readonly #limits: Limits;
  readonly #budget: OutputBudget;
  readonly #meter: Meter;
  readonly #messages: Messages;
  readonly #onFull: () => void;
  #next: string | undefined;
  #sentAtMs = -Infinity;
  #armed = false;
  #events = 0;
  #cut = 0;
  #end: Ending | undefined;

  /** @param onFull called when the program wants to write more than its limit */
  constructor(host: OutletHost, limits: Limits, onFull: () => void) {
    this.#host = host;
    this.#limits = limits;
    this.#budget = new OutputBudget(limits);
    this.#meter = new Meter(sendRate, sendRate, host.monotonicMs());
    this.#messages = new Messages(host.stringify);
    this.#onFull = onFull;
  }

  write(stream: OutputChunk['stream'], text: string): void {
    if (this.#end || text === '') return;
    const fits = this.#budget.spend(text);
    this.#messages.say(stream, fits);
    this.#sendSoon();
    if (fits.length < text.length) this.#onFull();
  }

  /** Says something to the page that is no output. It comes after what was written before. */
  tell(message: FromVisitor): void {
    const text = this.#end ? undefined : this.#jsonOf(message);
    if (text === undefined) return;
    this.#messages.tell(text);
    this.#send();
  }

  /** Takes a trace event. One too many, too long, or that is no JSON is dropped and counted. */
  trace(event: unknown): void {
    if (this.#end) return;
    const text = this.#events < this.#limits.traceEvents ? this.#jsonOf(event) : undefined;
    if (text === undefined || text.length > traceEventChars) {
      this.#cut += 1;
      return;
    }
    this.#events += 1;
    this.#messages.trace(text);
    this.#sendSoon();
  }

  /** Says the last word, after everything that was written. Later writes are lost. */
  end(ending: Ending): void {
    if (this.#end) return;
    const counted = ending.type === 'end' && this.#cut > 0;
    this.#end = counted ? { ...ending, traceCut: this.#cut } : ending;
    this.#send();
  }

  #jsonOf(value: unknown): string | undefined {
    try {
      return this.#host.stringify(value);
    } catch {
      return undefined;
    }
  }

  #sendSoon(): void {
    const sinceMs = this.#host.monotonicMs() - this.#sentAtMs;
    const large = this.#messages.waitingChars >= largeChunk;
    if (sinceMs >= sendEveryMs || large) this.#send();
    else this.#arm(sendEveryMs - sinceMs);
  }

  #arm(delayMs: number): void {
    if (this.#armed) return;
    this.#armed = true;
    this.#host.setTimeout(() => {
      this.#armed = false;
      this.#send();
    }, delayMs);
  }

  #send(): void {
    for (;;) {
      this.#next ??= this.#messages.take();
      if (this.#next === undefined) break;
      const nowMs = this.#host.monotonicMs();
      if (!this.#meter.take(this.#next.length, nowMs)) {
        this.#arm(sendEveryMs);
        return;
      }
      this.#sentAtMs = nowMs;
      this.#host.post(this.#next);
      this.#next = undefined;
    }
    const last = this.#end && this.#jsonOf(this.#end);
    if (last !== undefined) this.#host.post(last);
  }
}
