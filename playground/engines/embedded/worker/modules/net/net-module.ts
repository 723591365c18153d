import { readArguments } from './connect-arguments.ts';
import { isIP, isIPv4, isIPv6 } from './ip.ts';
import { Server, type ServerOptions } from './server.ts';
import { endWith, Socket, type SocketOptions } from './socket.ts';

/** `node:net`, within the program. */

function createServer(
  options?: ServerOptions | ((socket: Socket) => void),
  listener?: (socket: Socket) => void,
): Server {
  return new Server(options, listener);
}

function connect(...args: readonly unknown[]): Socket {
  const [options] = readArguments(args);
  const socket = new Socket(options as SocketOptions);
  const { timeout, signal } = options;
  if (typeof timeout === 'number') socket.setTimeout(timeout);
  if (signal instanceof AbortSignal) endWith(signal, socket);
  return socket.connect(...args);
}

const createConnection = connect;
const Stream = Socket;
let attemptTimeoutMs = 250;
let selectFamily = true;
const getDefaultAutoSelectFamily = (): boolean => selectFamily;
const setDefaultAutoSelectFamily = (value: boolean): void => void (selectFamily = value);
const getDefaultAutoSelectFamilyAttemptTimeout = (): number => attemptTimeoutMs;
const setDefaultAutoSelectFamilyAttemptTimeout = (value: number): void =>
  void (attemptTimeoutMs = Math.max(value, 10));

const members = {
  connect,
  createConnection,
  createServer,
  getDefaultAutoSelectFamily,
  getDefaultAutoSelectFamilyAttemptTimeout,
  isIP,
  isIPv4,
  isIPv6,
  Server,
  setDefaultAutoSelectFamily,
  setDefaultAutoSelectFamilyAttemptTimeout,
  Socket,
  Stream,
};

export {
  connect,
  createConnection,
  createServer,
  getDefaultAutoSelectFamily,
  getDefaultAutoSelectFamilyAttemptTimeout,
  isIP,
  isIPv4,
  isIPv6,
  Server,
  setDefaultAutoSelectFamily,
  setDefaultAutoSelectFamilyAttemptTimeout,
  Socket,
  Stream,
  members as default,
};
