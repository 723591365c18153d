import type { NodeProcess } from '../../process/process.ts';
import { Buffer } from '../buffer/buffer.ts';
import { validateInteger } from '../errors/validate.ts';
import { constants } from './constants.ts';

/** `node:os`: a small Linux machine that does not exist. A page may not know the real one. */

const mebibyte = 1024 * 1024;
const highestPid = 2 ** 31 - 1;

const user = { username: 'node', homedir: '/home/node', shell: '/bin/sh' };

const loopback = {
  address: '127.0.0.1',
  netmask: '255.0.0.0',
  family: 'IPv4',
  mac: '00:00:00:00:00:00',
  internal: true,
  cidr: '127.0.0.1/8',
};

/** Functions that read as text what they give: `${os.EOL}${os.arch}`. */
function asPrimitive<Functions extends Readonly<Record<string, () => string | number>>>(
  functions: Functions,
): Functions {
  for (const each of Object.values(functions))
    Object.defineProperty(each, Symbol.toPrimitive, { value: () => each(), enumerable: true });
  return functions;
}

function withoutEndSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function userInfo(options?: { readonly encoding?: string }): object {
  const texts = Object.entries(user).map(([name, text]) => [
    name,
    options?.encoding === 'buffer' ? Buffer.from(text) : text,
  ]);
  const info = { uid: 1000, gid: 1000, ...Object.fromEntries(texts) };
  return Object.assign(Object.create(null) as object, info);
}

/** Nice values that were set, by process. */
function createPriorities() {
  const values = new Map<number, number>();
  const validatePid = (pid: unknown): void => validateInteger(pid, 'pid', -(2 ** 31), highestPid);
  return {
    getPriority(pid: unknown = 0): number {
      validatePid(pid);
      return values.get(Number(pid)) ?? 0;
    },
    setPriority(...args: readonly unknown[]): void {
      const [pid, priority] = args.length < 2 || args[1] === undefined ? [0, args[0]] : args;
      validatePid(pid);
      validateInteger(priority, 'priority', -20, 19);
      values.set(Number(pid), priority);
    },
  };
}

export function createOs(process: NodeProcess) {
  const { env } = process;
  return {
    ...asPrimitive({
      arch: () => process.arch,
      availableParallelism: () => 1,
      endianness: () => 'LE',
      freemem: () => 512 * mebibyte,
      homedir: () => env['HOME'] ?? user.homedir,
      hostname: () => 'localhost',
      platform: () => process.platform,
      release: () => '6.1.0',
      tmpdir: () => withoutEndSlash(env['TMPDIR'] || env['TMP'] || env['TEMP'] || '/tmp'),
      totalmem: () => 1024 * mebibyte,
      type: () => 'Linux',
      uptime: () => process.uptime(),
      version: () => '#1 SMP',
      machine: () => 'x86_64',
    }),
    cpus: () => [
      { model: 'Browser', speed: 0, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 } },
    ],
    ...createPriorities(),
    loadavg: () => [0, 0, 0],
    networkInterfaces: () => ({ lo: [{ ...loopback }] }),
    userInfo,
    constants,
    EOL: '\n',
    devNull: '/dev/null',
  };
}
