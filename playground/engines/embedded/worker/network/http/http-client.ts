import type { Loop } from '../../machine.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Network } from '../network.ts';
import { MessageParser, type MessageHead } from './message-parser.ts';

/** A request, whole but for its body. */
export interface Question {
  readonly host: string;
  readonly port: number;
  readonly method: string;
  readonly path: string;
  /** Names and values, `Host` and what frames the body among them. */
  readonly headers: readonly (readonly [string, string])[];
}

/** Why there is no answer. */
export type AskFault = 'refused' | 'closed' | 'reset' | Error;

/** Who hears the answer. */
export interface Answer {
  head(head: MessageHead): void;
  body(bytes: Uint8Array): void;
  /** @param trailers names and values in turn */
  end(trailers: readonly string[]): void;
  failed(why: AskFault): void;
}

/** A request on its way. */
export interface Exchange {
  /** Sends a piece of the body. @param done called when there is room for more */
  write(bytes: Uint8Array, done?: () => void): void;
  /** Stops reading until `resume`: the server will have to wait. */
  pause(): void;
  resume(): void;
  /** Nobody wants the answer any more. */
  abort(): void;
}

interface Idle {
  readonly end: Endpoint;
  readonly key: string;
}

/** How long a connection is kept for another request. */
const keepMs = 4000;
const maxHeaderBytes = 16 << 10;

/** HTTP from below: no streams, no agent. It keeps connections, as `fetch` does. */
export class HttpClient {
  readonly #loop: Loop;
  readonly #network: Network;
  #idle: Idle[] = [];

  constructor(loop: Loop, network: Network) {
    this.#loop = loop;
    this.#network = network;
  }

  ask(question: Question, answer: Answer): Exchange {
    const key = `${question.host}:${question.port}`;
    const exchange = new OpenExchange(question, answer, (end) => this.#keep(end, key));
    const kept = this.#idle.findLast((one) => one.key === key);
    if (kept) {
      this.#forget(kept);
      kept.end.ref();
      exchange.connected(kept.end);
    } else {
      this.#network.connect(
        { host: question.host, port: question.port },
        (end) => exchange.connected(end),
        () => exchange.fail('refused'),
      );
    }
    return exchange;
  }

  #keep(end: Endpoint, key: string): void {
    const idle = { end, key };
    this.#idle.push(idle);
    end.unref();
    const drop = (): void => {
      this.#forget(idle);
      end.close();
    };
    const timer = this.#loop.timer(() => {
      if (this.#idle.includes(idle)) drop();
    }, keepMs);
    timer.unref();
    end.read({ data: drop, end: drop, reset: drop });
  }

  #forget(idle: Idle): void {
    this.#idle = this.#idle.filter((one) => one !== idle);
  }
}

class OpenExchange implements Exchange {
  readonly #question: Question;
  readonly #answer: Answer;
  readonly #keep: (end: Endpoint) => void;
  readonly #waiting: { readonly bytes: Uint8Array; readonly done: (() => void) | undefined }[] = [];
  #parser: MessageParser;
  #end: Endpoint | undefined;
  #state: 'open' | 'paused' | 'over' = 'open';
  #keepAlive = false;

  constructor(question: Question, answer: Answer, keep: (end: Endpoint) => void) {
    this.#question = question;
    this.#answer = answer;
    this.#keep = keep;
    this.#parser = new MessageParser(
      { kind: 'response', maxHeaderBytes },
      {
        head: (head) => this.#head(head),
        body: (bytes) => {
          if (this.#state !== 'over') answer.body(bytes);
        },
        end: (trailers) => this.#ended(trailers),
      },
    );
  }

  connected(end: Endpoint): void {
    if (this.#state === 'over') {
      end.close();
      return;
    }
    this.#end = end;
    const { method, path, headers } = this.#question;
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
    end.write(latin1(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), () => undefined);
    for (const { bytes, done } of this.#waiting.splice(0)) this.write(bytes, done);
    this.#read();
  }

  write(bytes: Uint8Array, done?: () => void): void {
    if (this.#end) this.#end.write(bytes, () => done?.());
    else this.#waiting.push({ bytes, done });
  }

  pause(): void {
    if (this.#state !== 'open') return;
    this.#state = 'paused';
    this.#end?.pause();
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#state = 'open';
    this.#read();
  }

  abort(): void {
    this.#state = 'over';
    this.#end?.close();
  }

  fail(why: AskFault): void {
    if (this.#state === 'over') return;
    this.abort();
    this.#answer.failed(why);
  }

  #informed = false;

  #head(head: MessageHead): 'body' | 'no-body' {
    const { status = 0 } = head;
    if (status < 200) {
      this.#informed = true;
      return 'no-body';
    }
    this.#keepAlive = head.keepAlive;
    this.#answer.head(head);
    return this.#question.method === 'HEAD' ? 'no-body' : 'body';
  }

  #ended(trailers: readonly string[]): void {
    if (this.#informed) {
      // What came was only information; the answer follows.
      this.#informed = false;
      return;
    }
    if (this.#state === 'over') return;
    this.#state = 'over';
    const end = this.#end;
    end?.pause();
    if (end && this.#keepAlive) this.#keep(end);
    else end?.close();
    this.#answer.end(trailers);
  }

  #read(): void {
    this.#end?.read({
      data: (bytes) => this.#guard(() => this.#parser.push(bytes)),
      end: () => this.#serverEnded(),
      reset: () => this.fail('reset'),
    });
  }

  #serverEnded(): void {
    try {
      if (this.#parser.inMessage) this.#parser.finish();
    } catch {
      // It ended in the middle of its answer.
    }
    this.fail('closed');
  }

  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.fail(error as Error);
    }
  }
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}
