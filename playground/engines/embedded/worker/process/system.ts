import { invalidArgValue, missingArgs } from '../modules/errors/argument-errors.ts';
import { nodeError } from '../modules/errors/node-error.ts';
import { validateInteger, validateString } from '../modules/errors/validate.ts';
import { constants } from '../modules/os/constants.ts';

/** What `process` has of the system around it: there is one process, one user, one folder. */

const where = 'Run the example in WebContainer, or download it and run it with Node.js.';

function refused(what: string): Error {
  const message = `The built-in engine cannot ${what}. ${where}`;
  return nodeError(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', message, refused);
}

function systemFailure(code: string, errno: number, syscall: string, message: string): Error {
  return Object.assign(new Error(message), { errno, code, syscall });
}

const signals: Readonly<Record<string, number>> = Reflect.get(constants, 'signals') as Record<
  string,
  number
>;

/** @throws for every signal but 0, which only asks whether a process is there */
function kill(ownPid: number, pid: unknown, signal: unknown = 'SIGTERM'): true {
  const number = typeof pid === 'string' && pid.trim() !== '' ? Number(pid) : pid;
  if (number !== Number(number) || Number.isNaN(number)) validateInteger(pid, 'pid');
  if (typeof signal === 'string' && !(signal in signals)) {
    const message = `Unknown signal: ${signal}`;
    throw nodeError(TypeError, 'ERR_UNKNOWN_SIGNAL', message, kill);
  }
  const code = typeof signal === 'string' ? (signals[signal] ?? 0) : Number(signal);
  if (code < 0 || code > 64) throw systemFailure('EINVAL', -22, 'kill', 'kill EINVAL');
  if (Number(number) !== ownPid && Number(number) !== 0)
    throw systemFailure('ESRCH', -3, 'kill', 'kill ESRCH');
  if (code === 0) return true;
  throw refused(`send the signal ${String(signal)}`);
}

/** @returns a mask as a number. @throws for what is none */
function maskOf(mask: unknown): number {
  const isOctal = typeof mask === 'string' && /^[0-7]+$/.test(mask);
  if (typeof mask === 'string' && !isOctal) {
    const reason = 'must be a 32-bit unsigned integer or an octal string';
    throw invalidArgValue('mask', mask, reason);
  }
  const number = isOctal ? Number.parseInt(mask, 8) : mask;
  validateInteger(number, 'mask', 0, 2 ** 32 - 1);
  return number;
}

/**
 * @param isFolder whether an absolute path is a folder of the project
 * @param resolve makes a path absolute
 */
export function systemOf(
  pid: number,
  isFolder: (path: string) => boolean,
  resolve: (from: string, path: string) => string,
) {
  let folder = '/app';
  let umask = 0o22;
  return {
    cwd: () => folder,
    chdir(directory: unknown): void {
      validateString(directory, 'directory');
      const next = resolve(folder, directory);
      if (!isFolder(next)) {
        const message = `ENOENT: no such file or directory, chdir '${folder}' -> '${directory}'`;
        const error = systemFailure('ENOENT', -2, 'chdir', message);
        throw Object.assign(error, { path: folder, dest: directory });
      }
      folder = next;
    },
    umask(mask?: unknown): number {
      const before = umask;
      if (mask !== undefined) umask = maskOf(mask) & 0o777;
      return before;
    },
    kill: (target: unknown, signal?: unknown) => kill(pid, target, signal),
    abort(): never {
      throw refused('abort the process with process.abort');
    },
    execve(_path: unknown): never {
      throw refused('start another program with process.execve');
    },
    binding(name: unknown): never {
      throw new Error(`No such module: ${String(name)}`);
    },
    dlopen(...args: unknown[]): never {
      if (args.length < 2) throw missingArgs('module', 'filename');
      throw refused('load native code with process.dlopen');
    },
    getuid: () => 0,
    geteuid: () => 0,
    getgid: () => 0,
    getegid: () => 0,
    getgroups: () => [0],
    getActiveResourcesInfo: () => [] as string[],
    _getActiveHandles: () => [] as unknown[],
    _getActiveRequests: () => [] as unknown[],
  };
}
