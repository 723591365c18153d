import stream, { Readable } from './base/stream.ts';
import { duplexPair } from './duplex-pair.ts';

// readable-stream asks this whether it may take a chunk; Node takes every view of bytes by now.
const isBytes = (value: unknown): boolean => ArrayBuffer.isView(value);

Object.assign(stream, { duplexPair, _isArrayBufferView: isBytes, _isUint8Array: isBytes });
Reflect.deleteProperty(Readable.prototype, 'asIndexedPairs');

/** `node:stream`: the old class `Stream`, with everything else as its static members. */
export default stream;
