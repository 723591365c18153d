/** Modules of Node that the engine has, without `node:`. */
export const moduleNames = [
  'assert',
  'assert/strict',
  'buffer',
  'console',
  'events',
  'path',
  'path/posix',
  'perf_hooks',
  'process',
  'stream',
  'stream/promises',
  'test',
  'timers',
  'timers/promises',
  'url',
  'util',
  'util/types',
] as const;

export type ModuleName = (typeof moduleNames)[number];
