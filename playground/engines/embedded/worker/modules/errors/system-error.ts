import type { NodeError } from './node-error.ts';
import { systemErrors as ofSystem } from './system-error-table.ts';

/** With those of name resolution, which have no number in libuv's table. */
const systemErrors = { ...ofSystem, ENOTFOUND: [-3008, 'unknown node or service'] } as const;

export type SystemErrorCode = keyof typeof systemErrors;

/** What the call was about. */
export interface SystemErrorDetail {
  readonly address?: string;
  readonly port?: number;
  readonly hostname?: string;
}

type SystemError = NodeError & SystemErrorDetail & { errno: number; syscall: string };

/** `:1234` after an address, where there is a port. */
function placeText({ address, port }: SystemErrorDetail): string {
  if (address === undefined) return '';
  return port === undefined || port <= 0 ? ` ${address}` : ` ${address}:${port}`;
}

/**
 * An error of the system, such as `connect ECONNREFUSED 127.0.0.1:80`.
 * @param syscall name of what failed: `connect`, `read`
 * @param explained whether the message says what the code means, as that of `listen` does
 */
export function systemError(
  code: SystemErrorCode,
  syscall: string,
  detail: SystemErrorDetail = {},
  explained = false,
): SystemError {
  const [errno, words] = systemErrors[code];
  const place = detail.hostname === undefined ? placeText(detail) : ` ${detail.hostname}`;
  const message = explained ? `${syscall} ${code}: ${words}${place}` : `${syscall} ${code}${place}`;
  const error = new Error(message);
  Error.captureStackTrace(error, systemError);
  return Object.assign(error, { errno, code, syscall, ...detail });
}
