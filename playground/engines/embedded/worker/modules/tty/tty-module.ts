import { nodeError } from '../errors/node-error.ts';

/** `node:tty`, where nothing is a terminal. */

function invalidFd(fd: unknown): Error {
  const message = `"fd" must be a positive integer: ${String(fd)}`;
  return nodeError(RangeError, 'ERR_INVALID_FD', message, invalidFd);
}

function noTerminal(): Error {
  const message = 'TTY initialization failed: uv_tty_init returned EINVAL (invalid argument)';
  return nodeError(Error, 'ERR_TTY_INIT_FAILED', message, noTerminal);
}

/** @throws always, as Node does for a descriptor that is no terminal */
function refuse(fd: unknown): never {
  if (!Number.isInteger(fd) || Number(fd) < 0) throw invalidFd(fd);
  throw noTerminal();
}

function ReadStream(fd: unknown): never {
  return refuse(fd);
}

function WriteStream(fd: unknown): never {
  return refuse(fd);
}

export const tty = { isatty: (_fd: unknown): boolean => false, ReadStream, WriteStream };
Object.defineProperty(tty.isatty, 'name', { value: 'isatty' });
