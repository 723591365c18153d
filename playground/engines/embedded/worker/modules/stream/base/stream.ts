import stream from 'readable-stream/lib/stream.js';

/** readable-stream on the engine's parts: what `node:stream` is made of. */
export const { Readable, Writable, Duplex, Transform, PassThrough } = stream;
export default stream;
