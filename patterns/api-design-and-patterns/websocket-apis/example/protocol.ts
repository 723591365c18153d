/** One line of the chat, as the log numbers it. */
export interface Message {
  readonly seq: number;
  readonly from: string;
  readonly text: string;
}

/** What a member sends. */
export type FromMember =
  /** First on each connection: who, and what it has seen. */
  | {
      readonly type: 'hello';
      readonly page: string;
      readonly after: number;
    }
  /** Counted by the page, and with the same count if repeated. */
  | {
      readonly type: 'say';
      readonly count: number;
      readonly text: string;
    }
  | { readonly type: 'pong' };

/** What a node sends. */
export type FromNode =
  /** In order, and without a gap since the last one. */
  | {
      readonly type: 'messages';
      readonly messages: readonly Message[];
    }
  /** Up to this count all is in the log: repeat none of it. */
  | { readonly type: 'taken'; readonly count: number }
  /** What was missed is gone: load everything, up to here. */
  | { readonly type: 'reload'; readonly seq: number }
  | { readonly type: 'ping' };

const LONGEST = 500;

/** A member sent what the subprotocol does not have. */
export class BadMessageError extends Error {
  override readonly name = 'BadMessageError';
}

/** @throws BadMessageError, since whoever sends is not ours */
export function readFromMember(json: string): FromMember {
  const { type, page, after, count, text } = fieldsOf(json);
  if (type === 'pong') return { type };
  if (type === 'hello' && isText(page) && isCount(after))
    return { type, page, after };
  if (type === 'say' && isCount(count) && isText(text))
    return { type, count, text };
  throw new BadMessageError('no message of chat.v1');
}

function fieldsOf(json: string): Record<string, unknown> {
  try {
    return { ...JSON.parse(json) };
  } catch {
    throw new BadMessageError('no JSON');
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isText(value: unknown): value is string {
  const isString = typeof value === 'string';
  return isString && value !== '' && value.length <= LONGEST;
}

/**
 * Why a connection of this chat is closed. Up to 1015 they are
 * of RFC 6455, section 7.4.1, and of IANA's registry; 4000 to
 * 4999 are each application's own.
 */
export const CLOSE = {
  done: 1000,
  unsupported: 1003,
  lost: 1006, // never sent: no close frame came
  tooBig: 1009,
  restart: 1012,
  badMessage: 4400,
  signedOut: 4401,
} as const;

/** What a member does next. */
export type Next = 'come back' | 'sign in' | 'stop';

/** To come back with the same message would end the same way. */
const OUR_FAULT: ReadonlySet<number> = new Set([
  1002,
  CLOSE.unsupported,
  1007,
  1008,
  CLOSE.tooBig,
  CLOSE.badMessage,
]);

/** Every code that is not known is a reason to come back. */
export function nextAfter(code: number): Next {
  if (code === CLOSE.done || OUR_FAULT.has(code)) return 'stop';
  return code === CLOSE.signedOut ? 'sign in' : 'come back';
}
