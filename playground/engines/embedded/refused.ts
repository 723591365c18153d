/**
 * What can be imported and refuses by name once it is used: module → names, with a dot for what
 * stands inside an export. `tests/engine/support.spec.ts` calls each, and fails where another one
 * refuses. What the engine lacks altogether is in `support.json`.
 */
export const refusedNames: Readonly<Record<string, readonly string[]>> = {
  crypto: [
    'Certificate',
    'DiffieHellman',
    'DiffieHellmanGroup',
    'X509Certificate',
    'createDiffieHellman',
    'createDiffieHellmanGroup',
    'decapsulate',
    'encapsulate',
    'getDiffieHellman',
    'setEngine',
  ],
  https: ['Server', 'createServer', 'get', 'request'],
  module: [
    'SourceMap',
    'register',
    'registerHooks',
    'setSourceMapsSupport',
    'stripTypeScriptTypes',
  ],
  process: ['abort', 'dlopen', 'execve'],
  readline: ['emitKeypressEvents'],
  test: ['run', 'snapshot.setDefaultSnapshotSerializers', 'snapshot.setResolveSnapshotPath'],
  tls: [
    'SecureContext',
    'Server',
    'TLSSocket',
    'checkServerIdentity',
    'connect',
    'createSecureContext',
    'createServer',
    'getCiphers',
  ],
  worker_threads: [
    'markAsUncloneable',
    'moveMessagePortToContext',
    'postMessageToThread',
    'receiveMessageOnPort',
  ],
  zlib: [
    'BrotliCompress',
    'BrotliDecompress',
    'ZstdCompress',
    'ZstdDecompress',
    'brotliCompress',
    'brotliCompressSync',
    'brotliDecompress',
    'brotliDecompressSync',
    'createBrotliCompress',
    'createBrotliDecompress',
    'createZstdCompress',
    'createZstdDecompress',
    'zstdCompress',
    'zstdCompressSync',
    'zstdDecompress',
    'zstdDecompressSync',
  ],
};
