/** Known differences from Node.js that are no missing names, in a reader's words. */

interface Difference {
  readonly subject: string;
  /** `code` stands between backticks. */
  readonly text: string;
}

export const differences: readonly Difference[] = [
  {
    subject: 'Network',
    text: 'A program reaches its own servers on `localhost` and nothing else. There is no TLS, so `https:` and `wss:` say so when they are used, and there is no HTTP/2, hence no gRPC.',
  },
  {
    subject: 'Files',
    text: 'The disk is in memory. The project lies in `/app`, `/tmp` is empty, and what a program writes is gone when it ends. Folders are read in the order of their names, and `watch` tells only of changes that the program makes. There are no devices. `fs.glob` and `path.matchesGlob` must stand by name in the program, since what matches is fetched for those who write them.',
  },
  {
    subject: 'Terminal',
    text: '`process.stdin` is at its end, as with `< /dev/null`. `readline` with `terminal: true` and `emitKeypressEvents` say that there is no terminal.',
  },
  {
    subject: 'Process',
    text: 'No signal reaches a page, so `setTraceSigInt` does nothing, and no other program can be started.',
  },
  {
    subject: 'Threads',
    text: 'At most eight run at a time, each with a disk and a network of its own. There is no shared memory, and the options `eval`, `stdin` and limits of memory are missing. A port does not hear that its other end was closed in another thread. What threads trace is not drawn.',
  },
  {
    subject: 'Modules',
    text: 'ES modules cannot import each other in a circle, and `require` of an ES module is refused; the error names the files. CommonJS files may form circles. `data:` modules, source maps and WebAssembly modules are missing, and packages other than the listed ones. A package must stand in quotes somewhere: a name that `require` makes up at run time does not find it.',
  },
  {
    subject: 'TypeScript',
    text: 'Types are taken out with the restrictions of Node.js: no enums, no parameter properties. Three texts fail that Node.js takes: `a ? (b) : c => d`, a line that is only `type;` or `module;`, and `import(…, { with: … })` as a type.',
  },
  {
    subject: 'Cryptography',
    text: 'It is for learning and not for secrets: it takes no care of timing. Ciphers are AES (CBC, CTR, ECB, GCM) and ChaCha20-Poly1305; curves for signatures of the NIST kind are P-256, P-384, P-521 and secp256k1. DSA and RSA-PSS keys, keys from certificates, and what Node.js calls experimental in Web Crypto say so when they are asked for. `isKeyObject` of `node:util/types` recognizes no key.',
  },
  {
    subject: 'PostgreSQL',
    text: '`@electric-sql/pglite` keeps its databases in memory, and its extensions are missing. A program that does not name it cannot compile WebAssembly.',
  },
  {
    subject: 'Compression',
    text: 'gzip, deflate and their kin give the very bytes of Node.js. Brotli and Zstandard are refused, also for bodies that `fetch` gets.',
  },
  {
    subject: 'HTTP',
    text: 'With `insecureHTTPParser`, a space before the colon of a header and a carriage return alone stay errors. A class of `node:http` or `node:net` cannot be called on an object of another.',
  },
  {
    subject: 'Async context',
    text: 'Hooks of `createHook` do not see promises, and queued requests of async generators lose the store.',
  },
  {
    subject: 'Tests',
    text: '`mock.module()` and snapshots of `node:test` say that they are missing. Messages of `assert` have no colors.',
  },
  {
    subject: 'Printed values',
    text: '`inspect` shows what a promise settled with only where `Promise.resolve`, `Promise.reject` or `Promise.withResolvers` made it; others read `<pending>`. It cannot look into a `WeakMap` or a `WeakSet`, and an iterator of a map that has nothing left prints as one of keys or values.',
  },
  {
    subject: 'Measuring',
    text: 'Observers of `node:perf_hooks` refuse the types `dns`, `gc`, `http`, `http2`, `net` and `quic` by name, as `monitorEventLoopDelay` does `samplePerIteration`. Histograms are not cloned. What Node.js notes of its own start is 0 or the moment the program began. `logBuckets` takes a base below 2 for 2, with which Node.js never ends.',
  },
  {
    subject: 'Streams of the web',
    text: 'Where the browser makes one itself, such as a body, `finished` and `isReadable` know only what happens through a reader, a writer or a pipe.',
  },
  {
    subject: 'Stacks',
    text: 'They read as in Node.js in browsers with V8, such as Chrome and Edge; elsewhere programs run, and stacks read as that browser writes them. Where a callback throws an error that was made long before, the engine shows the line where it was made.',
  },
  {
    subject: 'Memory',
    text: 'It has no limit of its own. The browser ends a program that takes too much.',
  },
];
