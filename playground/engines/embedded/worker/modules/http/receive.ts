import { Buffer } from 'node:buffer';
import type { MessageHead as Head, MessageSink } from '../../network/http/message-parser.ts';
import type { IncomingMessage } from './incoming-message.ts';

/** What the two ends of HTTP do differently with a message that arrives. */
export interface Receiver {
  /** A head arrived: makes its message. */
  open(head: Head): IncomingMessage;
  /** The message can be handed over. */
  opened(message: IncomingMessage, head: Head): ReturnType<MessageSink['head']>;
  /** It is whole. */
  closed(message: IncomingMessage): void;
}

/** Turns what a parser finds into a message: its body is pushed, its connection paused when full. */
export function receive(receiver: Receiver): MessageSink {
  let message: IncomingMessage | undefined;
  return {
    head(head) {
      message = receiver.open(head);
      message.httpVersionMajor = head.major;
      message.httpVersionMinor = head.minor;
      message.httpVersion = `${head.major}.${head.minor}`;
      message.rawHeaders = [...head.rawHeaders];
      message.upgrade = head.upgrade;
      return receiver.opened(message, head);
    },
    body(bytes) {
      if (!message || message._dumped || message.destroyed) return;
      const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      if (!message.push(chunk)) message.socket.pause();
    },
    end(trailers) {
      const ended = message;
      message = undefined;
      if (!ended) return;
      ended.complete = true;
      ended.rawTrailers = [...trailers];
      ended.push(null);
      receiver.closed(ended);
    },
  };
}
