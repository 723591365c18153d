/** `node:zlib`: all formats of zlib. Brotli and Zstandard say when called that they are not here. */
import { notInEngine } from 'node:internal/errors';
import { codes, constants, modes, type Mode } from './constants.ts';
import { convert, convertSync } from './convert.ts';
import { crc32 } from './crc32.ts';
import { ZlibStream } from './zlib-stream.ts';

interface StreamClass {
  (options?: unknown): ZlibStream;
  new (options?: unknown): ZlibStream;
}

/** A class that may be called without `new`, as Node's may. */
function streamClass(name: string, mode: Mode): StreamClass {
  const Named = { [name]: class extends ZlibStream {} }[name] ?? ZlibStream;
  return new Proxy(Named, {
    construct: (target, [options]: unknown[], newTarget) =>
      Reflect.construct(target, [options, mode], newTarget) as ZlibStream,
    apply: (target, _this, [options]: unknown[]) => new target(options, mode),
  }) as unknown as StreamClass;
}

function formsOf<Name extends string>(name: Name, mode: Mode) {
  const lower = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const Class = streamClass(name, mode);
  return {
    Class,
    create: (options?: unknown): ZlibStream => new Class(options),
    convert: Object.defineProperty(convert(mode), 'name', { value: lower }),
    convertSync: Object.defineProperty(convertSync(mode), 'name', { value: `${lower}Sync` }),
  };
}

const {
  Class: Deflate,
  create: createDeflate,
  convert: deflate,
  convertSync: deflateSync,
} = formsOf('Deflate', modes.DEFLATE);
const {
  Class: Inflate,
  create: createInflate,
  convert: inflate,
  convertSync: inflateSync,
} = formsOf('Inflate', modes.INFLATE);
const {
  Class: Gzip,
  create: createGzip,
  convert: gzip,
  convertSync: gzipSync,
} = formsOf('Gzip', modes.GZIP);
const {
  Class: Gunzip,
  create: createGunzip,
  convert: gunzip,
  convertSync: gunzipSync,
} = formsOf('Gunzip', modes.GUNZIP);
const {
  Class: DeflateRaw,
  create: createDeflateRaw,
  convert: deflateRaw,
  convertSync: deflateRawSync,
} = formsOf('DeflateRaw', modes.DEFLATERAW);
const {
  Class: InflateRaw,
  create: createInflateRaw,
  convert: inflateRaw,
  convertSync: inflateRawSync,
} = formsOf('InflateRaw', modes.INFLATERAW);
const {
  Class: Unzip,
  create: createUnzip,
  convert: unzip,
  convertSync: unzipSync,
} = formsOf('Unzip', modes.UNZIP);

function refused(name: string): () => never {
  return () => {
    throw notInEngine(`zlib.${name}`);
  };
}

export const BrotliCompress = refused('BrotliCompress');
export const BrotliDecompress = refused('BrotliDecompress');
export const ZstdCompress = refused('ZstdCompress');
export const ZstdDecompress = refused('ZstdDecompress');
export const brotliCompress = refused('brotliCompress');
export const brotliCompressSync = refused('brotliCompressSync');
export const brotliDecompress = refused('brotliDecompress');
export const brotliDecompressSync = refused('brotliDecompressSync');
export const zstdCompress = refused('zstdCompress');
export const zstdCompressSync = refused('zstdCompressSync');
export const zstdDecompress = refused('zstdDecompress');
export const zstdDecompressSync = refused('zstdDecompressSync');
export const createBrotliCompress = refused('createBrotliCompress');
export const createBrotliDecompress = refused('createBrotliDecompress');
export const createZstdCompress = refused('createZstdCompress');
export const createZstdDecompress = refused('createZstdDecompress');

export { codes, constants, crc32 };
export { Deflate, DeflateRaw, Gunzip, Gzip, Inflate, InflateRaw, Unzip };
export { createDeflate, createDeflateRaw, createGunzip, createGzip };
export { createInflate, createInflateRaw, createUnzip };
export { deflate, deflateRaw, deflateRawSync, deflateSync, gunzip, gunzipSync, gzip, gzipSync };
export { inflate, inflateRaw, inflateRawSync, inflateSync, unzip, unzipSync };

export default {
  ...{ crc32, Deflate, Inflate, Gzip, Gunzip, DeflateRaw, InflateRaw, Unzip },
  ...{ BrotliCompress, BrotliDecompress, ZstdCompress, ZstdDecompress },
  ...{ deflate, deflateSync, gzip, gzipSync, deflateRaw, deflateRawSync, unzip, unzipSync },
  ...{ inflate, inflateSync, gunzip, gunzipSync, inflateRaw, inflateRawSync },
  ...{ brotliCompress, brotliCompressSync, brotliDecompress, brotliDecompressSync },
  ...{ zstdCompress, zstdCompressSync, zstdDecompress, zstdDecompressSync },
  ...{ createDeflate, createInflate, createDeflateRaw, createInflateRaw, createGzip },
  ...{ createGunzip, createUnzip, createBrotliCompress, createBrotliDecompress },
  ...{ createZstdCompress, createZstdDecompress, constants, codes },
};
