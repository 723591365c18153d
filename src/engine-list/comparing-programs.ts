/** The programs that run under Node.js and in the engine and must print the same. */
import { readdirSync } from 'node:fs';

/** What each folder of `tests/engine/conformance/` is about, in a reader's words. */
const aboutGroups: Readonly<Record<string, string>> = {
  als: '`AsyncLocalStorage` and `node:async_hooks`',
  assert: '`node:assert` and its messages',
  buffer: '`node:buffer` and `Blob`',
  commonjs: '`require`, CommonJS files and `node:module`',
  console: 'the console',
  core: 'the language, the order of events, errors and the end of a program',
  crypto: '`node:crypto` and Web Crypto',
  events: '`node:events` and `EventTarget`',
  fetch: '`fetch` and its classes',
  fs: '`node:fs`',
  http: '`node:http`',
  modules: 'ES modules',
  net: '`node:net` and `node:dns`',
  packages: 'the packages of npm',
  path: '`node:path`',
  'perf-hooks': '`node:perf_hooks`',
  pglite: 'PostgreSQL in the page, as `@electric-sql/pglite`',
  process: '`node:process`',
  querystring: '`node:querystring`',
  readline: '`node:readline`',
  stdio: 'standard input and output',
  stream: '`node:stream` and streams of the web',
  'string-decoder': '`node:string_decoder`',
  test: '`node:test` and its reports',
  timers: '`node:timers`',
  url: '`node:url`, `URL` and `URLSearchParams`',
  util: '`node:util` and how values print',
  websocket: '`WebSocket` and the package `ws`',
  workers: '`node:worker_threads`',
  zlib: '`node:zlib`',
};

export interface ProgramGroup {
  /** Name of the folder. */
  readonly name: string;
  /** In words, with `code`; the folder's name where it has none. */
  readonly about: string;
  readonly programs: number;
}

/** Whether a file of a group's folder is a program; what stands in folders below is read by one. */
export const isProgram = (file: string): boolean => /^[\w-]+\.[cm]?[tj]s$/.test(file);

/** @param folder with one folder a group */
export function programGroups(folder = 'tests/engine/conformance'): readonly ProgramGroup[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      name,
      about: aboutGroups[name] ?? name,
      programs: readdirSync(`${folder}/${name}`).filter(isProgram).length,
    }));
}
