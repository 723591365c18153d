import type { PGliteOptions } from '@electric-sql/pglite';
import { machine } from 'node:internal/machine';

type Files = Pick<PGliteOptions, 'pgliteWasmModule' | 'initdbWasmModule' | 'fsBundle'>;

/** What came with the program, unpacked and compiled. The program lives until that is done. */
export async function loadFiles(): Promise<Files> {
  const ends = [machine.loop.hold(), machine.beginLabor()];
  try {
    const [pgliteWasmModule, initdbWasmModule, fsBundle] = await Promise.all([
      unpacked('pglite.wasm').then((bytes) => WebAssembly.compile(bytes)),
      unpacked('initdb.wasm').then((bytes) => WebAssembly.compile(bytes)),
      unpacked('pglite.data').then((bytes) => new Blob([bytes])),
    ]);
    return { pgliteWasmModule, initdbWasmModule, fsBundle };
  } finally {
    ends.forEach((end) => end());
  }
}

async function unpacked(name: string): Promise<ArrayBuffer> {
  const packed = machine.assets[name];
  if (!packed) throw new Error(`The engine did not get ${name}.`);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
