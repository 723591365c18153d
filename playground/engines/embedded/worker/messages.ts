import type { OutputChunk } from '../../../engine/contract.ts';
import { messageChars } from '../protocol.ts';
import { Fifo } from './loop/fifo.ts';
import type { Native } from './native.ts';

interface Paragraph {
  readonly stream: OutputChunk['stream'];
  readonly parts: string[];
  chars: number;
}

/** What the program said and has not been sent yet, made into messages of a bearable size. */
export class Messages {
  readonly #stringify: Native['stringify'];
  readonly #paragraphs = new Fifo<Paragraph>();
  readonly #events = new Fifo<string>();
  readonly #told = new Fifo<string>();
  #last: Paragraph | undefined;
  #waitingChars = 0;

  constructor(stringify: Native['stringify']) {
    this.#stringify = stringify;
  }

  /** Characters that wait. */
  get waitingChars(): number {
    return this.#waitingChars;
  }

  say(stream: OutputChunk['stream'], text: string): void {
    for (let at = 0; at < text.length; at += messageChars) {
      this.#add(stream, text.slice(at, at + messageChars));
    }
  }

  /** @param event as JSON */
  trace(event: string): void {
    this.#events.push(event);
    this.#waitingChars += event.length;
  }

  /** @param message whole, as JSON */
  tell(message: string): void {
    this.#told.push(message);
    this.#waitingChars += message.length;
  }

  /** @returns the next message, taken out */
  take(): string | undefined {
    if (this.#paragraphs.size > 0) return this.#takeSaid();
    return this.#events.size > 0 ? this.#takeTraced() : this.#takeTold();
  }

  /** Text of the same stream joins what waits already. */
  #add(stream: OutputChunk['stream'], text: string): void {
    const last = this.#last;
    if (last?.stream === stream && last.chars + text.length <= messageChars) {
      last.parts[last.parts.length] = text;
      last.chars += text.length;
    } else {
      this.#last = { stream, parts: [text], chars: text.length };
      this.#paragraphs.push(this.#last);
    }
    this.#waitingChars += text.length;
  }

  #takeSaid(): string | undefined {
    const items: OutputChunk[] = [];
    let room = messageChars;
    for (let next = this.#paragraphs.peek(); next && next.chars <= room;) {
      this.#paragraphs.shift();
      items[items.length] = { stream: next.stream, text: next.parts.join('') };
      room -= next.chars;
      this.#waitingChars -= next.chars;
      next = this.#paragraphs.peek();
    }
    if (this.#paragraphs.size === 0) this.#last = undefined;
    return this.#stringify({ type: 'said', items });
  }

  #takeTold(): string | undefined {
    const message = this.#told.shift();
    this.#waitingChars -= message?.length ?? 0;
    return message;
  }

  #takeTraced(): string {
    const events: string[] = [];
    let room = messageChars;
    for (let next = this.#events.peek(); next !== undefined && next.length <= room;) {
      this.#events.shift();
      events[events.length] = next;
      room -= next.length;
      this.#waitingChars -= next.length;
      next = this.#events.peek();
    }
    return `{"type":"traced","events":[${events.join()}]}`;
  }
}
