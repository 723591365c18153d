import { missingArgs } from '../errors/argument-errors.ts';

/** The globals `atob` and `btoa`: the browser's, with Node's words for what is wrong. */

const [fromBase64, toBase64] = [globalThis.atob, globalThis.btoa];
const noBase64 = /[^A-Za-z\d+/]/;

function invalidCharacter(message: string): DOMException {
  return new DOMException(message, 'InvalidCharacterError');
}

/** A single sign is left over, or one is no sign at all. */
function whyNotDecoded(input: string): string {
  const signs = input.replaceAll(/[\t\n\f\r ]/g, '').replace(/={1,2}$/, '');
  return !noBase64.test(signs) && signs.length % 4 === 1
    ? 'The string to be decoded is not correctly encoded.'
    : 'Invalid character';
}

/** @throws {DOMException} InvalidCharacterError */
export function atob(...args: readonly unknown[]): string {
  if (args.length === 0) throw missingArgs('input');
  const input = `${args[0]}`;
  try {
    return fromBase64(input);
  } catch {
    throw invalidCharacter(whyNotDecoded(input));
  }
}

/** @throws {DOMException} InvalidCharacterError for what is no Latin 1 */
export function btoa(...args: readonly unknown[]): string {
  if (args.length === 0) throw missingArgs('input');
  const input = `${args[0]}`;
  try {
    return toBase64(input);
  } catch {
    throw invalidCharacter('Invalid character');
  }
}
