import type { Machine } from '../../machine.ts';
import { nodeError } from '../errors/node-error.ts';
import { NodeBlob, NodeFile } from './blob-classes.ts';

/** The methods of blobs. A browser reads them elsewhere: the program must live until it is done. */

type Read = (this: Blob) => Promise<unknown>;

/** The most that a stream gives at once, as in Node. */
const chunkBytes = 64 * 1024;

/** What a browser's files have, and Node's have not. */
const notOfNode = ['lastModifiedDate', 'webkitRelativePath'];

function checkThis(value: unknown): asserts value is Blob {
  if (!(value instanceof NodeBlob)) {
    const message = 'Value of "this" must be of type Blob';
    throw nodeError(TypeError, 'ERR_INVALID_THIS', message, checkThis);
  }
}

function holding(name: string, read: Read, hold: () => () => void): Read {
  const method = async function (this: Blob): Promise<unknown> {
    checkThis(this);
    const release = hold();
    try {
      return await Reflect.apply(read, this, []);
    } finally {
      release();
    }
  };
  return Object.defineProperty(method, 'name', { value: name });
}

/** Bytes from front to back, fetched when they are asked for. */
function streamOf(blob: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  let position = 0;
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      const end = Math.min(position + chunkBytes, blob.size);
      const bytes = await blob.slice(position, end).arrayBuffer();
      if (bytes.byteLength > 0) controller.enqueue(new Uint8Array(bytes));
      position = end;
      if (position < blob.size) return;
      controller.close();
      controller.byobRequest?.respond(0);
    },
  });
}

const streams = {
  stream(this: unknown): ReadableStream {
    checkThis(this);
    return streamOf(this);
  },
  textStream(this: unknown): ReadableStream<string> {
    checkThis(this);
    return streamOf(this).pipeThrough(new TextDecoderStream());
  },
};

function guardGetter(prototype: object, name: string): void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  Object.defineProperty(prototype, name, {
    ...descriptor,
    get(this: unknown): unknown {
      checkThis(this);
      return descriptor?.get?.call(this);
    },
  });
}

/** Puts the methods where every blob finds them. */
export function installBlobs({ loop }: Pick<Machine, 'loop'>): void {
  const { prototype } = NodeBlob;
  const { text, arrayBuffer } = prototype;
  const hold = (): (() => void) => loop.hold();
  const readBytes = async function (this: Blob): Promise<Uint8Array> {
    return new Uint8Array(await arrayBuffer.call(this));
  };
  Object.assign(prototype, streams, {
    text: holding('text', text, hold),
    arrayBuffer: holding('arrayBuffer', arrayBuffer, hold),
    bytes: holding('bytes', readBytes, hold),
  });
  for (const name of ['size', 'type']) guardGetter(prototype, name);
  for (const name of notOfNode) Reflect.deleteProperty(NodeFile.prototype, name);
  Object.assign(globalThis, { Blob: NodeBlob, File: NodeFile });
}
