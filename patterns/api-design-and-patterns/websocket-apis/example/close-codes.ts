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
