import { addAbortSignal } from '../core/abort-signal.ts';
import { reading, settable } from '../core/accessors.ts';
import { construct } from '../core/construct.ts';
import { mentionEvents, Stream } from '../core/legacy.ts';
import type { Duplex as DuplexType, StreamOptions } from '../core/types.ts';
import { methodOptions, Readable, readableConstructed, takeMethods } from '../readable/readable.ts';
import { ReadableState } from '../readable/readable-state.ts';
import { fromWebPair, toWebPair } from '../web/duplex-adapters.ts';
import { Writable, writableConstructed } from '../writable/writable.ts';
import { WritableState } from '../writable/writable-state.ts';
import { duplexFrom } from './duplex-from.ts';

/** The class `Duplex`: a Readable with all that a Writable has. */

export type Duplex = DuplexType;

export interface DuplexClass {
  new (options?: StreamOptions): Duplex;
  (this: unknown, options?: StreamOptions): void;
  readonly prototype: Duplex;
  from(body: unknown): Duplex;
  fromWeb: typeof fromWebPair;
  toWeb: typeof toWebPair;
}

const events = ['close', 'error', 'prefinish', 'finish', 'drain', 'data', 'end', 'readable'];

export const Duplex = function Duplex(
  this: Duplex | undefined,
  options?: StreamOptions,
): Duplex | undefined {
  if (!(this instanceof Duplex)) return Reflect.construct(Duplex, [options]) as Duplex;
  mentionEvents(this, events);
  this._readableState = new ReadableState(options, this, true);
  this._writableState = new WritableState(options, this, true);
  this.allowHalfOpen = options?.allowHalfOpen !== false;
  if (options) {
    switchOff(this, options);
    takeMethods(this, options, [...methodOptions.readable, ...methodOptions.writable]);
    if (options.signal) addAbortSignal(options.signal, this);
  }
  Stream.call(this, options);
  construct(this, () => {
    readableConstructed(this);
    writableConstructed(this);
  });
  return undefined;
} as unknown as DuplexClass;

/** Ends the sides that options say there are none of. */
export function switchOff(stream: Duplex, { readable, writable }: StreamOptions): void {
  if (readable === false)
    Object.assign(stream._readableState, { readable: false, ended: true, endEmitted: true });
  const off = { writable: false, ending: true, ended: true, finished: true };
  if (writable === false) Object.assign(stream._writableState, off);
}

Object.setPrototypeOf(Duplex.prototype, Readable.prototype);
Object.setPrototypeOf(Duplex, Readable);
for (const name of Object.keys(Writable.prototype)) {
  if (!Reflect.get(Duplex.prototype, name))
    Reflect.set(Duplex.prototype, name, Reflect.get(Writable.prototype, name));
}
Duplex.prototype.destroy = Writable.prototype.destroy as Duplex['destroy'];

const ofWritable = [
  'writable',
  'writableHighWaterMark',
  'writableObjectMode',
  'writableBuffer',
  'writableLength',
  'writableFinished',
  'writableCorked',
  'writableEnded',
  'writableNeedDrain',
] as const;
const descriptors = Object.getOwnPropertyDescriptors(Writable.prototype) as PropertyDescriptorMap;

Object.defineProperties(Duplex.prototype, {
  ...Object.fromEntries(ofWritable.map((name) => [name, descriptors[name] ?? reading(() => null)])),
  destroyed: settable<Duplex>(
    ({ _readableState: read, _writableState: written }) =>
      read !== undefined && written !== undefined && read.destroyed && written.destroyed,
    ({ _readableState: read, _writableState: written }, value) => {
      if (!read || !written) return;
      read.destroyed = value as boolean;
      written.destroyed = value as boolean;
    },
  ),
});

Object.assign(Duplex, {
  fromWeb: fromWebPair,
  toWeb: toWebPair,
  from: (body: unknown) => duplexFrom(body, 'body'),
});
