import { Buffer } from '../../buffer/buffer.ts';
import { StringDecoder } from '../../buffer/string-decoder.ts';
import { addFields, encodingField, slotField, triField } from '../core/fields.ts';
import { kState, lower, only, put, raise, R } from '../core/flags.ts';
import { askedHighWaterMark, getDefaultHighWaterMark } from '../core/high-water-mark.ts';
import { streamErrors } from '../core/stream-errors.ts';
import type { StreamOptions, Writable } from '../core/types.ts';

type Decoder = InstanceType<typeof StringDecoder>;

/** Bytes or text: what a stream that is not in object mode holds. */
export type Piece = string | Buffer;

/** The readable side of a stream. Fields, their order and their names are what Node prints. */
export class ReadableState {
  declare objectMode: boolean;
  declare ended: boolean;
  declare endEmitted: boolean;
  declare reading: boolean;
  declare constructed: boolean;
  declare sync: boolean;
  declare needReadable: boolean;
  declare emittedReadable: boolean;
  declare readableListening: boolean;
  declare resumeScheduled: boolean;
  declare errorEmitted: boolean;
  declare emitClose: boolean;
  declare autoDestroy: boolean;
  declare destroyed: boolean;
  declare closed: boolean;
  declare closeEmitted: boolean;
  declare multiAwaitDrain: boolean;
  declare readingMore: boolean;
  declare dataEmitted: boolean;
  declare errored: Error | null;
  declare defaultEncoding: string;
  declare decoder: Decoder | null;
  declare encoding: string | null;
  declare flowing: boolean | null;
  /** Set to false by a duplex whose readable side is off. */
  declare readable?: boolean;

  [kState] = R.emitClose | R.autoDestroy | R.constructed | R.sync;
  highWaterMark: number;
  /** Chunks that wait to be read, from `bufferIndex` on. */
  buffer: unknown[] = [];
  bufferIndex = 0;
  /** Bytes, characters or objects in the buffer. */
  length = 0;
  pipes: Writable[] = [];
  /** Destinations whose `drain` it waits for. */
  awaitDrainWriters: Writable | Set<Writable> | null = null;

  constructor(options?: StreamOptions | null, _stream?: unknown, isDuplex = false) {
    if (options?.objectMode || (isDuplex && options?.readableObjectMode)) raise(this, R.objectMode);
    this.highWaterMark =
      (options && askedHighWaterMark(options, isDuplex ? 'readableHighWaterMark' : undefined)) ??
      getDefaultHighWaterMark(!!options && this.objectMode);
    if (options?.emitClose === false) lower(this, R.emitClose);
    if (options?.autoDestroy === false) lower(this, R.autoDestroy);
    this.defaultEncoding = knownEncoding(options?.defaultEncoding);
    if (options?.encoding) {
      this.decoder = new StringDecoder(options.encoding as BufferEncoding);
      this.encoding = options.encoding;
    }
  }

  get pipesCount(): number {
    return this.pipes.length;
  }

  get paused(): boolean {
    return only(this, R.paused, R.paused);
  }

  set paused(value: unknown) {
    raise(this, R.hasPaused);
    put(this, R.paused, value);
  }
}

/** @throws {TypeError} ERR_UNKNOWN_ENCODING */
export function knownEncoding(encoding: string | null | undefined): string {
  if (encoding === undefined || encoding === null) return 'utf8';
  if (!Buffer.isEncoding(encoding)) throw streamErrors.unknownEncoding(encoding);
  return encoding;
}

addFields(
  ReadableState.prototype,
  R,
  [
    ...(['objectMode', 'ended', 'endEmitted', 'reading', 'constructed', 'sync'] as const),
    ...(['needReadable', 'emittedReadable', 'readableListening', 'resumeScheduled'] as const),
    ...(['errorEmitted', 'emitClose', 'autoDestroy', 'destroyed', 'closed'] as const),
    ...(['closeEmitted', 'multiAwaitDrain', 'readingMore', 'dataEmitted'] as const),
  ],
  {
    errored: slotField(R.errored, Symbol('kErroredValue'), () => null),
    defaultEncoding: encodingField(R.defaultUtf8, Symbol('kDefaultEncodingValue')),
    decoder: slotField(R.decoder, Symbol('kDecoderValue'), () => null),
    encoding: slotField(R.encoding, Symbol('kEncodingValue'), () => null),
    flowing: triField(R.hasFlowing, R.flowing, null),
  },
);
