import { httpError } from './http-errors.ts';

const token = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
const invalidInValue = /[^\t\u{20}-\u{7e}\u{80}-\u{ff}]/u;

export function isToken(text: unknown): text is string {
  return typeof text === 'string' && token.test(text);
}

export function hasInvalidCharacter(text: string): boolean {
  return invalidInValue.test(text);
}

/** @param label what the message calls it */
export function validateHeaderName(name: unknown, label = 'Header name'): asserts name is string {
  if (!isToken(name))
    throw httpError('ERR_INVALID_HTTP_TOKEN', label || 'Header name', String(name));
}

export function validateHeaderValue(name: string, value: unknown): void {
  if (value === undefined) throw httpError('ERR_HTTP_INVALID_HEADER_VALUE', String(value), name);
  if (hasInvalidCharacter(String(value)))
    throw httpError('ERR_INVALID_CHAR', 'header content', name);
}
