import { nodeError, type NodeError } from 'node:internal/errors';

/** Node's own errors about connections: code → class and message. */
const networkErrors = {
  ERR_MISSING_ARGS: [TypeError, 'The "options" or "port" or "path" argument must be specified'],
  ERR_SERVER_ALREADY_LISTEN: [
    Error,
    'Listen method has been called more than once without closing.',
  ],
  ERR_SERVER_NOT_RUNNING: [Error, 'Server is not running.'],
  ERR_SOCKET_CLOSED: [Error, 'Socket is closed'],
  ERR_SOCKET_CLOSED_BEFORE_CONNECTION: [
    Error,
    'Socket closed before the connection was established',
  ],
} as const;

export function networkError(code: keyof typeof networkErrors): NodeError {
  const [Base, message] = networkErrors[code];
  return nodeError(Base, code, message, networkError);
}
