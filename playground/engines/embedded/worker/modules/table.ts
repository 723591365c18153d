/** Modules of Node that the engine has, without `node:`. */
export const moduleNames = [
  'assert',
  'assert/strict',
  'buffer',
  'console',
  'events',
  'module',
  'os',
  'path',
  'path/posix',
  'path/win32',
  'perf_hooks',
  'process',
  'punycode',
  'querystring',
  'stream',
  'stream/promises',
  'string_decoder',
  'sys',
  'test',
  'timers',
  'timers/promises',
  'url',
  'util',
  'util/types',
] as const;

export type ModuleName = (typeof moduleNames)[number];
