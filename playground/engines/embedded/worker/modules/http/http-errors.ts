import { nodeError, type NodeError } from 'node:internal/errors';

type Details = readonly string[];

/** Node's own errors of HTTP: code → class, and message made of the details. */
const httpErrors = {
  ERR_HTTP_BODY_NOT_ALLOWED: [
    Error,
    () => 'Adding content for this request method or response status is not allowed.',
  ],
  ERR_HTTP_CONTENT_LENGTH_MISMATCH: [
    Error,
    ([sent, declared]: Details) =>
      `Response body's content-length of ${sent} byte(s) does not match the content-length of ${declared} byte(s) set in header`,
  ],
  ERR_HTTP_HEADERS_SENT: [
    Error,
    ([doing]: Details) => `Cannot ${doing} headers after they are sent to the client`,
  ],
  ERR_HTTP_INVALID_HEADER_VALUE: [
    TypeError,
    ([value, name]: Details) => `Invalid value "${value}" for header "${name}"`,
  ],
  ERR_HTTP_INVALID_STATUS_CODE: [RangeError, ([code]: Details) => `Invalid status code: ${code}`],
  ERR_HTTP_SOCKET_ASSIGNED: [Error, () => 'ServerResponse has an already assigned socket'],
  ERR_HTTP_SOCKET_ENCODING: [
    Error,
    () => 'Changing the socket encoding is not allowed per RFC7230 Section 3.',
  ],
  ERR_HTTP_TRAILER_INVALID: [Error, () => 'Trailers are invalid with this transfer encoding'],
  ERR_INVALID_CHAR: [
    TypeError,
    ([what, name]: Details) =>
      name === undefined
        ? `Invalid character in ${what}`
        : `Invalid character in ${what} ["${name}"]`,
  ],
  ERR_INVALID_HTTP_TOKEN: [
    TypeError,
    ([what, name]: Details) => `${what} must be a valid HTTP token ["${name}"]`,
  ],
  ERR_INVALID_PROTOCOL: [
    TypeError,
    ([actual, expected]: Details) => `Protocol "${actual}" not supported. Expected "${expected}"`,
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [Error, () => 'Request timeout'],
  ERR_METHOD_NOT_IMPLEMENTED: [Error, ([name]: Details) => `The ${name} method is not implemented`],
  ERR_STREAM_ALREADY_FINISHED: [
    Error,
    ([name]: Details) => `Cannot call ${name} after a stream was finished`,
  ],
  ERR_STREAM_CANNOT_PIPE: [Error, () => 'Cannot pipe, not readable'],
  ERR_STREAM_DESTROYED: [
    Error,
    ([name]: Details) => `Cannot call ${name} after a stream was destroyed`,
  ],
  ERR_STREAM_NULL_VALUES: [TypeError, () => 'May not write null values to stream'],
  ERR_STREAM_WRITE_AFTER_END: [Error, () => 'write after end'],
  ERR_UNESCAPED_CHARACTERS: [
    TypeError,
    ([what]: Details) => `${what} contains unescaped characters`,
  ],
} as const;

export function httpError(code: keyof typeof httpErrors, ...details: Details): NodeError {
  const [Base, words] = httpErrors[code];
  return nodeError(Base, code, words(details), httpError);
}

/** The other end closed before its answer was whole. */
export function hangUp(message = 'socket hang up'): NodeError {
  const error = Object.assign(new Error(message), { code: 'ECONNRESET' });
  Error.captureStackTrace(error, hangUp);
  return error;
}
