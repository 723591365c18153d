interface WarningOptions {
  readonly type?: string;
  readonly code?: string;
  readonly detail?: string;
}

type Warning = Error & { code?: string; detail?: string };

/**
 * What `process.emitWarning` makes of its arguments: the error for listeners, and what Node prints,
 * `(node:1) [CODE] Name: message` and the detail on a line of its own.
 * @param options a type, or an object with type, code and detail
 */
export function warningText(
  warning: string | Error,
  options: unknown,
  code: string | undefined,
  pid: number,
): { error: Error; text: string } {
  const error = typeof warning === 'string' ? makeWarning(warning, options, code) : warning;
  const { code: known, detail, name, message } = error as Warning;
  const mark = known === undefined ? '' : `[${known}] `;
  const more = typeof detail === 'string' ? `\n${detail}` : '';
  return { error, text: `(node:${pid}) ${mark}${name}: ${message}${more}\n` };
}

function makeWarning(message: string, options: unknown, code: string | undefined): Warning {
  const given: WarningOptions =
    typeof options === 'object' && options !== null ? options : { type: String(options ?? '') };
  const error: Warning = new Error(message);
  error.name = given.type || 'Warning';
  const ownCode = given.code ?? code;
  if (ownCode !== undefined) error.code = ownCode;
  if (given.detail !== undefined) error.detail = given.detail;
  return error;
}
