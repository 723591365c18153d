import { httpError } from './http-errors.ts';

/** `relaxed` takes what older servers send: control characters in values, but no line ends. */
export type Validation = 'strict' | 'relaxed';

const token = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
const invalidInValue: Readonly<Record<Validation, RegExp>> = {
  strict: /[^\t\u{20}-\u{7e}\u{80}-\u{ff}]/u,
  relaxed: /[\0\n\r]|[^\0-\u{ff}]/u,
};

export function isToken(text: unknown): text is string {
  return typeof text === 'string' && token.test(text);
}

export function hasInvalidCharacter(text: unknown, validation: Validation = 'strict'): boolean {
  return invalidInValue[validation].test(String(text));
}

/** @param label what the message calls it */
export function validateHeaderName(name: unknown, label?: string): asserts name is string {
  if (!isToken(name))
    throw httpError('ERR_INVALID_HTTP_TOKEN', label || 'Header name', String(name));
}

export function validateHeaderValue(
  name: string,
  value: unknown,
  validation: Validation = 'strict',
): void {
  if (value === undefined) throw httpError('ERR_HTTP_INVALID_HEADER_VALUE', String(value), name);
  if (hasInvalidCharacter(value, validation))
    throw httpError('ERR_INVALID_CHAR', 'header content', name);
}
