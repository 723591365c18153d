import zlib, { codes, constants } from 'node:zlib';

const own = Object.entries(constants).filter(
  ([name]) => !/^(?:BROTLI|ZSTD)_|_(?:BROTLI|ZSTD)/.test(name),
);
console.log(Object.fromEntries(own.filter(([name]) => name.startsWith('Z_'))));
console.log(codes, constants === zlib.constants);
console.log(typeof zlib.createGzip, zlib.createGzip().constructor.name);
