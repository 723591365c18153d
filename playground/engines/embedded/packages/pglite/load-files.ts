import type { PGliteOptions } from '@electric-sql/pglite';
import { machine } from 'node:internal/machine';
import { unpackImage } from './image.ts';

type Files = Required<
  Pick<PGliteOptions, 'pgliteWasmModule' | 'initdbWasmModule' | 'fsBundle' | 'loadDataDir'>
>;

/** PGlite asks for the program that makes a folder, also where it gets one: this one does nothing. */
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** What came with the program, unpacked and compiled. The program lives until that is done. */
export async function loadFiles(): Promise<Files> {
  const ends = [machine.loop.hold(), machine.beginLabor()];
  try {
    const [pgliteWasmModule, fsBundle, loadDataDir] = await Promise.all([
      unpacked('pglite.wasm').then((bytes) => WebAssembly.compile(bytes)),
      unpacked('pglite.data').then((bytes) => new Blob([bytes])),
      unpacked('database.image').then((image) => new Blob(unpackImage(image))),
    ]);
    const initdbWasmModule = new WebAssembly.Module(emptyModule);
    return { pgliteWasmModule, initdbWasmModule, fsBundle, loadDataDir };
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
