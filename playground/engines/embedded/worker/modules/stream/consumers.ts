import { Buffer } from '../buffer/buffer.ts';

/** `node:stream/consumers`: everything that a stream gives, as one value. */

type Source = AsyncIterable<unknown> | Iterable<unknown>;

async function blob(stream: Source): Promise<Blob> {
  const chunks: BlobPart[] = [];
  for await (const chunk of stream) chunks.push(chunk as BlobPart);
  return new Blob(chunks);
}

async function arrayBuffer(stream: Source): Promise<ArrayBuffer> {
  const all = await blob(stream);
  return all.arrayBuffer();
}

async function buffer(stream: Source): Promise<Uint8Array> {
  return Buffer.from(await arrayBuffer(stream)) as unknown as Uint8Array;
}

async function bytes(stream: Source): Promise<Uint8Array> {
  return new Uint8Array(await arrayBuffer(stream));
}

async function text(stream: Source): Promise<string> {
  const decoder = new TextDecoder();
  let result = '';
  for await (const chunk of stream)
    result +=
      typeof chunk === 'string'
        ? chunk
        : decoder.decode(chunk as AllowSharedBufferSource, { stream: true });
  return result + decoder.decode(undefined, { stream: false });
}

async function json(stream: Source): Promise<unknown> {
  return JSON.parse(await text(stream));
}

export const consumers = { arrayBuffer, blob, buffer, bytes, text, json };
