/**
 * What is true of a stream at a moment, as bits of one number. Bits and the symbol's name are
 * Node's: whoever prints a stream sees them.
 */
export const kState: unique symbol = Symbol('kState');

export interface Flagged {
  [kState]: number;
}

const ofBoth = {
  objectMode: 1 << 0,
  errorEmitted: 1 << 1,
  autoDestroy: 1 << 2,
  emitClose: 1 << 3,
  destroyed: 1 << 4,
  closed: 1 << 5,
  closeEmitted: 1 << 6,
  errored: 1 << 7,
  constructed: 1 << 8,
} as const;

/** Of the readable side. */
export const R = {
  ...ofBoth,
  ended: 1 << 9,
  endEmitted: 1 << 10,
  reading: 1 << 11,
  sync: 1 << 12,
  needReadable: 1 << 13,
  emittedReadable: 1 << 14,
  readableListening: 1 << 15,
  resumeScheduled: 1 << 16,
  multiAwaitDrain: 1 << 17,
  readingMore: 1 << 18,
  dataEmitted: 1 << 19,
  defaultUtf8: 1 << 20,
  decoder: 1 << 21,
  encoding: 1 << 22,
  hasFlowing: 1 << 23,
  flowing: 1 << 24,
  hasPaused: 1 << 25,
  paused: 1 << 26,
  dataListening: 1 << 27,
  endScheduled: 1 << 28,
} as const;

/** Of the writable side. */
export const W = {
  ...ofBoth,
  sync: 1 << 9,
  finalCalled: 1 << 10,
  needDrain: 1 << 11,
  ending: 1 << 12,
  finished: 1 << 13,
  decodeStrings: 1 << 14,
  writing: 1 << 15,
  bufferProcessing: 1 << 16,
  prefinished: 1 << 17,
  allBuffers: 1 << 18,
  allNoop: 1 << 19,
  onFinished: 1 << 20,
  hasWritable: 1 << 21,
  writable: 1 << 22,
  corked: 1 << 23,
  defaultUtf8: 1 << 24,
  writeCb: 1 << 25,
  expectWriteCb: 1 << 26,
  afterWriteTickInfo: 1 << 27,
  afterWritePending: 1 << 28,
  buffered: 1 << 29,
  ended: 1 << 30,
} as const;

/** Whether any of the flags is up. */
export function has(state: Flagged, flags: number): boolean {
  return (state[kState] & flags) !== 0;
}

/** Whether, of the flags `among`, exactly `up` are up. */
export function only(state: Flagged, among: number, up: number): boolean {
  return (state[kState] & among) === up;
}

export function raise(state: Flagged, flags: number): void {
  state[kState] |= flags;
}

export function lower(state: Flagged, flags: number): void {
  state[kState] &= ~flags;
}

export function put(state: Flagged, flags: number, up: unknown): void {
  if (up) raise(state, flags);
  else lower(state, flags);
}
