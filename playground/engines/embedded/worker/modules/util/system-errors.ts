import { outOfRange } from '../errors/argument-errors.ts';
import { systemErrors } from '../errors/system-error-table.ts';
import { validateNumber } from '../errors/validate.ts';

/** Errors of the system by their numbers. */

type Entry = [code: string, words: string];

const byNumber = new Map<number, Entry>(
  Object.entries(systemErrors).map(([code, [number, words]]) => [number, [code, words]]),
);

const unknown = (number: number): string => `Unknown system error ${number}`;

function checkNumber(number: unknown): asserts number is number {
  validateNumber(number, 'err');
  if (number >= 0 || !Number.isSafeInteger(number))
    throw outOfRange('err', 'a negative integer', number);
}

/** Number → name and what it means. */
export function getSystemErrorMap(): Map<number, Entry> {
  return new Map([...byNumber].map(([number, entry]) => [number, [...entry]]));
}

/** @returns such as `ENOENT` */
export function getSystemErrorName(number: unknown): string {
  checkNumber(number);
  return byNumber.get(number)?.[0] ?? unknown(number);
}

/** @returns such as `no such file or directory` */
export function getSystemErrorMessage(number: unknown): string {
  checkNumber(number);
  return byNumber.get(number)?.[1] ?? unknown(number);
}

function make(message: string, hidden: CallableFunction, fields: object): Error {
  const error = Object.assign(new Error(message), fields);
  Error.captureStackTrace(error, hidden);
  return error;
}

/** An error of a call of the system: `open ENOENT detail`. */
export function _errnoException(...args: unknown[]): Error {
  const [errno, syscall, original] = args;
  const code = getSystemErrorName(errno);
  const message = `${String(syscall)} ${code}${original ? ` ${String(original)}` : ''}`;
  return make(message, _errnoException, { errno, code, syscall });
}

/** The same with an address: `connect ECONNREFUSED 127.0.0.1:80`. */
export function _exceptionWithHostPort(...args: unknown[]): Error {
  const [errno, syscall, address, port, additional] = args;
  const code = getSystemErrorName(errno);
  const withPort = Number(port) > 0 ? ` ${String(address)}:${String(port)}` : undefined;
  const place = withPort ?? (address ? ` ${String(address)}` : '');
  const more = additional ? ` - Local (${String(additional)})` : '';
  const fields = { errno, code, syscall, address, ...(port ? { port } : {}) };
  return make(`${String(syscall)} ${code}${place}${more}`, _exceptionWithHostPort, fields);
}
