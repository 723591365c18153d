import { invalidArgType } from '../modules/errors/argument-errors.ts';
import { validateString } from '../modules/errors/validate.ts';

export type Warning = Error & { code?: unknown; detail?: unknown };

/** What may stand in the place of a warning's type. */
interface WarningOptions {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly ctor?: unknown;
  readonly detail?: unknown;
}

/**
 * The error that `process.emitWarning` makes of its arguments.
 * @throws {TypeError} where they are none
 */
export function warningOf(warning: unknown, given?: unknown, givenCode?: unknown): Warning {
  const isOptions = typeof given === 'object' && given !== null && !Array.isArray(given);
  const options: WarningOptions = isOptions
    ? { ...given, type: Reflect.get(given, 'type') || 'Warning' }
    : typeof given === 'function'
      ? { type: 'Warning', code: '' }
      : { type: given, code: typeof givenCode === 'function' ? '' : givenCode };
  const { type, code, detail } = options;
  if (type !== undefined) validateString(type, 'type');
  if (code !== undefined) validateString(code, 'code');
  if (warning instanceof Error) return warning;
  if (typeof warning !== 'string') throw invalidArgType('warning', ['string', 'Error'], warning);
  const error: Warning = new Error(warning);
  error.name = type || 'Warning';
  if (code) error.code = code;
  if (typeof detail === 'string') error.detail = detail;
  return error;
}

/** What Node prints: `(node:1) [CODE] Name: message`, and the detail on a line of its own. */
export function warningText({ code, detail, name, message }: Warning, pid: number): string {
  const mark = code ? `[${String(code)}] ` : '';
  const more = typeof detail === 'string' ? `\n${detail}` : '';
  return `(node:${pid}) ${mark}${name}: ${message}${more}\n`;
}
