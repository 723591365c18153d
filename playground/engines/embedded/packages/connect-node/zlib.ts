/** What @connectrpc/connect-node imports of `node:zlib`: gzip by the browser, and no Brotli. */
import { refuse } from './refuse.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Callback = (error: unknown, result?: Bytes) => void;

export function gzip(bytes: Bytes, _options: object, callback: Callback): void {
  through(bytes, new CompressionStream('gzip'), Infinity, callback);
}

/** @param options.maxOutputLength in bytes */
export function gunzip(
  bytes: Bytes,
  { maxOutputLength = Infinity }: { maxOutputLength?: number },
  callback: Callback,
): void {
  through(bytes, new DecompressionStream('gzip'), maxOutputLength, callback);
}

export const brotliCompress = refuse('Brotli; take compressionGzip');
export const brotliDecompress = refuse('Brotli; take compressionGzip');

function through(
  bytes: Bytes,
  stream: GenericTransformStream,
  most: number,
  callback: Callback,
): void {
  const output = new Blob([bytes]).stream().pipeThrough<Bytes>(stream);
  collect(output, most).then(
    (result) => callback(null, result),
    (error: unknown) => callback(error),
  );
}

/** @throws Node's error where there is more than fits */
async function collect(stream: ReadableStream<Bytes>, most: number): Promise<Bytes> {
  const parts: Bytes[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > most) throw tooLarge(most);
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function tooLarge(most: number): Error {
  const error = new RangeError(`Cannot create a Buffer larger than ${most} bytes`);
  return Object.assign(error, { code: 'ERR_BUFFER_TOO_LARGE' });
}
