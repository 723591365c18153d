import { trace } from '#lab';
import {
  NoAnswerError,
  type Answer,
  type Send,
  type Sent,
} from './client.ts';
import type { OrdersApi } from './orders-api.ts';
import type { Order } from './orders.ts';

/** In the drawing a request takes a second: real time is noise. */
export const STEP_MS = 1_000;

/** One playing of the story, against a real server. */
export class Playing {
  readonly #run: string;
  readonly #send: Send;
  readonly #api: OrdersApi;
  requests = 0;

  constructor(run: string, send: Send, api: OrdersApi) {
    this.#run = run;
    this.#send = send;
    this.#api = api;
  }

  say(who: string, what: string, result: string): void {
    console.log(
      `  ${who.padEnd(7)}${what.padEnd(20)}${result}`.trimEnd(),
    );
  }

  /** Sends, tells, and traces what has come of it. */
  async ask(
    who: string,
    sent: Sent,
    send = this.#send,
  ): Promise<Answer | undefined> {
    const startMs = this.requests * STEP_MS;
    this.requests += 1;
    const answer = await send(sent).catch((error: unknown) => {
      if (error instanceof NoAnswerError) return undefined;
      throw error;
    });
    const failed = (answer?.status ?? 0) >= 400;
    trace({
      kind: 'call',
      run: this.#run,
      from: who,
      to: 'orders API',
      label: `${sent.method} ${sent.path}`,
      startMs,
      endMs: startMs + STEP_MS * 0.7,
      outcome:
        answer === undefined
          ? 'timed-out'
          : failed
            ? 'failed'
            : 'answered',
      note: `${answer?.status ?? 'no answer'}`,
    });
    this.#traceOrder(startMs + STEP_MS * 0.7);
    return answer;
  }

  #traceOrder(atMs: number): void {
    const order = this.#api.orders.get('7');
    if (!order) return;
    const of = { run: this.#run, atMs } as const;
    trace({
      kind: 'state',
      ...of,
      of: 'order 7',
      state: `v${order.version}`,
      tone: 'normal',
    });
    trace({
      kind: 'value',
      ...of,
      series: 'items of clerks in it',
      value: itemsKept(order),
    });
  }
}

export function itemsKept(order: Order | undefined): number {
  return (
    order?.items.filter((item) => item.startsWith('item of '))
      .length ?? 0
  );
}
