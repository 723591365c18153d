import { trace } from '#lab';
import {
  sender,
  type Ask,
  type Reply,
  type Send,
} from './http.ts';
import type { Role } from './rules.ts';

/** In the drawing a request takes a second: real time is noise. */
export const STEP_MS = 1_000;

/** One playing of the story; its clock counts requests. */
export class Playing {
  readonly #run: string;
  requests = 0;
  /** Of them, those that only looked where to begin. */
  entries = 0;
  /** Requests that were refused. */
  broken = 0;
  /** What the first order took, as the buyer was sent it. */
  orderBytes = 0;
  #told = new Set<string>();

  constructor(run: string) {
    this.#run = run;
  }

  now(): number {
    return this.requests * STEP_MS;
  }

  /** Sends as `role`, counts, and traces what came of it. */
  as(role: Role): Send {
    const send = sender(role);
    return async (ask) => {
      const startMs = this.now();
      this.requests += 1;
      if (ask.rel === 'entry') this.entries += 1;
      const reply = await send(ask);
      if (reply.status === 201) this.orderBytes ||= reply.bytes;
      this.#trace(role, ask, reply, startMs);
      return reply;
    };
  }

  /** A release begins: what was told once may be told again. */
  release(name: string): void {
    this.#told = new Set();
    trace({
      kind: 'state',
      run: this.#run,
      of: 'server',
      state: name,
      tone: 'normal',
      atMs: this.now(),
    });
  }

  undone(tasks: number): void {
    trace({
      kind: 'value',
      run: this.#run,
      series: 'tasks undone',
      value: tasks,
      atMs: this.now(),
    });
  }

  #trace(
    from: Role,
    { rel }: Ask,
    { status }: Reply,
    startMs: number,
  ): void {
    const label = rel.slice(rel.lastIndexOf('/') + 1);
    const failed = status >= 400;
    trace({
      kind: 'call',
      run: this.#run,
      from,
      to: label,
      label: `${from}: ${label}`,
      startMs,
      endMs: startMs + STEP_MS * 0.7,
      outcome: failed ? 'failed' : 'answered',
      note: `${status}`,
    });
    if (!failed) return;
    this.broken += 1;
    const line = `${label.padEnd(8)}${status} for ${from}`;
    if (this.#told.has(line)) return;
    this.#told.add(line);
    console.log(`     ${line}`);
  }
}
