import { Buffer } from 'node:buffer';
import { ParseError } from 'node:internal/network';
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
  /** How many headers a message may have, where the program says so. */
  maxHeadersCount(): number | null;
}

/** Names and values that a message may have unless the program says otherwise; Node's figure. */
const mostNamesAndValues = 2000;

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
    this.#checkCount(head);
    const message = this.#receiver.open(head);
    this.incoming = message;
    message.httpVersionMajor = head.major;
    message.httpVersionMinor = head.minor;
    message.httpVersion = `${head.major}.${head.minor}`;
    message._addHeaderLines(head.rawHeaders);
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
    if (trailers.length > 0) message._addHeaderLines(trailers);
    message.push(null);
    resumeUnlessHeld(message.socket);
    this.#receiver.closed?.(message);
  }

  #checkCount({ rawHeaders }: Head): void {
    const count = this.#receiver.maxHeadersCount();
    const most = typeof count === 'number' ? count * 2 : mostNamesAndValues;
    if (most > 0 && rawHeaders.length > most)
      throw new ParseError('HPE_HEADER_OVERFLOW', 'Header overflow');
  }
}
