import { addFields, encodingField, slotField, triField } from '../core/fields.ts';
import { kState, lower, raise, W } from '../core/flags.ts';
import { askedHighWaterMark, getDefaultHighWaterMark } from '../core/high-water-mark.ts';
import { nop } from '../core/ticks.ts';
import type { Done, StreamOptions, Writable, WriteRequest } from '../core/types.ts';
import { knownEncoding } from '../readable/readable-state.ts';
import { written } from './written.ts';

export const kBuffered: unique symbol = Symbol('kBufferedValue');
const kErrored = Symbol('kErroredValue');
const kDefaultEncoding = Symbol('kDefaultEncodingValue');
const kWriteCb = Symbol('kWriteCbValue');
const kAfterWriteTickInfo = Symbol('kAfterWriteTickInfoValue');
const kOnFinished: unique symbol = Symbol('kOnFinishedValue');

/** Callbacks of one function that a tick calls together. */
export interface AfterWrite {
  count: number;
  readonly callback: Done;
}

/** The writable side of a stream. Fields, their order and their names are what Node prints. */
export class WritableState {
  declare objectMode: boolean;
  declare finalCalled: boolean;
  declare needDrain: boolean;
  declare ending: boolean;
  declare ended: boolean;
  declare finished: boolean;
  declare destroyed: boolean;
  declare decodeStrings: boolean;
  declare writing: boolean;
  declare sync: boolean;
  declare bufferProcessing: boolean;
  declare constructed: boolean;
  declare prefinished: boolean;
  declare errorEmitted: boolean;
  declare emitClose: boolean;
  declare autoDestroy: boolean;
  declare closed: boolean;
  declare closeEmitted: boolean;
  declare allBuffers: boolean;
  declare allNoop: boolean;
  declare errored: Error | null;
  /** Undefined unless somebody switched the side on or off. */
  declare writable: boolean | undefined;
  declare defaultEncoding: string;
  declare writecb: Done | null;
  declare afterWriteTickInfo: AfterWrite | null;
  declare buffered: (WriteRequest | null)[];
  declare [kOnFinished]: Done[] | null | undefined;

  [kState] = W.sync | W.constructed | W.emitClose | W.autoDestroy;
  highWaterMark: number;
  /** Bytes, characters or objects that are not written yet. */
  length = 0;
  corked = 0;
  onwrite: Done;
  /** Length of what is being written. */
  writelen = 0;
  declare [kBuffered]: (WriteRequest | null)[] | null;
  declare bufferedIndex: number;
  /** Callbacks that are still to be called. */
  declare pendingcb: number;

  constructor(options: StreamOptions | null | undefined, stream: Writable, isDuplex = false) {
    if (options?.objectMode || (isDuplex && options?.writableObjectMode)) raise(this, W.objectMode);
    this.highWaterMark =
      (options && askedHighWaterMark(options, isDuplex ? 'writableHighWaterMark' : undefined)) ??
      getDefaultHighWaterMark(!!options && this.objectMode);
    if (options?.decodeStrings !== false) raise(this, W.decodeStrings);
    if (options?.emitClose === false) lower(this, W.emitClose);
    if (options?.autoDestroy === false) lower(this, W.autoDestroy);
    this.defaultEncoding = knownEncoding(options?.defaultEncoding);
    this.onwrite = (error) => written(stream, error);
    resetBuffer(this);
    this.pendingcb = 0;
  }

  /** What waits to be written. */
  getBuffer(): WriteRequest[] {
    return this.buffered.slice(this.bufferedIndex) as WriteRequest[];
  }

  get bufferedRequestCount(): number {
    return this.buffered.length - this.bufferedIndex;
  }
}

export function resetBuffer(state: WritableState): void {
  state[kBuffered] = null;
  state.bufferedIndex = 0;
  raise(state, W.allBuffers | W.allNoop);
  lower(state, W.buffered);
}

/** Remembers what `end` was given, to be called when all is written. */
export function onceFinished(state: WritableState, callback: Done): void {
  raise(state, W.onFinished);
  state[kOnFinished] ??= [];
  state[kOnFinished].push(callback);
}

export function callFinished(state: WritableState, error: Error | null): void {
  if (!state[kOnFinished]) return;
  const callbacks = state[kOnFinished];
  state[kOnFinished] = null;
  lower(state, W.onFinished);
  for (const callback of callbacks) callback(error);
}

addFields(
  WritableState.prototype,
  W,
  [
    ...(['objectMode', 'finalCalled', 'needDrain', 'ending', 'ended', 'finished'] as const),
    ...(['destroyed', 'decodeStrings', 'writing', 'sync', 'bufferProcessing'] as const),
    ...(['constructed', 'prefinished', 'errorEmitted', 'emitClose', 'autoDestroy'] as const),
    ...(['closed', 'closeEmitted', 'allBuffers', 'allNoop'] as const),
  ],
  {
    errored: slotField(W.errored, kErrored, () => null),
    writable: triField(W.hasWritable, W.writable, undefined),
    defaultEncoding: encodingField(W.defaultUtf8, kDefaultEncoding),
    writecb: keptField(W.writeCb, kWriteCb, () => nop),
    afterWriteTickInfo: keptField(W.afterWriteTickInfo, kAfterWriteTickInfo, () => null),
    buffered: keptField(W.buffered, kBuffered, () => []),
  },
);

/** Like `slotField`, but the slot is emptied as well. */
function keptField(flag: number, slot: symbol, absent: () => unknown): PropertyDescriptor {
  const field = slotField(flag, slot, absent);
  return {
    ...field,
    set(value: unknown) {
      field.set?.call(this, value);
      Reflect.set(this, slot, value);
    },
  };
}
