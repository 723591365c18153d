import { Buffer } from 'node:buffer';
import type { MessageHead as Head, MessageSink } from '../../network/http/message-parser.ts';
import { resumeUnlessHeld, type IncomingMessage } from './incoming-message.ts';

/** What the two ends of HTTP do differently with a message that arrives. */
export interface Receiver {
  /** The first byte of a message arrived. */
  begun?(): void;
  /** A head arrived: makes its message. */
  open(head: Head): IncomingMessage;
  /** The message can be handed over. */
  opened(message: IncomingMessage, head: Head): ReturnType<MessageSink['head']>;
  /** It is whole. */
  closed?(message: IncomingMessage): void;
  /** How many headers count, where the program says so. */
  maxHeadersCount(): number | null;
}

/** So many headers count unless the program says otherwise; llhttp's figure. */
const defaultHeaderPairs = 2000;

/** The message that a connection receives. */
export class Reception implements MessageSink {
  readonly #receiver: Receiver;
  incoming: IncomingMessage | null = null;

  constructor(receiver: Receiver) {
    this.#receiver = receiver;
  }

  begin(): void {
    this.#receiver.begun?.();
  }

  head(head: Head): ReturnType<MessageSink['head']> {
    const message = this.#receiver.open(head);
    this.incoming = message;
    message.httpVersionMajor = head.major;
    message.httpVersionMinor = head.minor;
    message.httpVersion = `${head.major}.${head.minor}`;
    message._addHeaderLines(head.rawHeaders, this.#limit());
    message.upgrade = head.upgrade;
    return this.#receiver.opened(message, head);
  }

  /** Pushes on; a reader that has enough stops the connection. */
  body(bytes: Uint8Array): void {
    const message = this.incoming;
    if (!message || message._dumped || message.destroyed) return;
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!message.push(chunk)) message.socket.pause();
  }

  end(trailers: readonly string[]): void {
    const message = this.incoming;
    if (!message) return;
    message.complete = true;
    if (trailers.length > 0) message._addHeaderLines(trailers, this.#limit());
    message.push(null);
    resumeUnlessHeld(message.socket);
    this.#receiver.closed?.(message);
  }

  #limit(): number {
    const count = this.#receiver.maxHeadersCount();
    if (typeof count !== 'number') return defaultHeaderPairs;
    return count > 0 ? count * 2 : Infinity;
  }
}
