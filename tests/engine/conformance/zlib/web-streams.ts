async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: GenericTransformStream,
): Promise<Uint8Array> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array>);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

const text = new TextEncoder().encode('words and words and words'.repeat(20));
for (const format of ['gzip', 'deflate', 'deflate-raw'] as const) {
  const packed = await through(text, new CompressionStream(format));
  const unpacked = await through(new Uint8Array(packed), new DecompressionStream(format));
  console.log(format, packed.length < text.length, Buffer.from(unpacked).equals(text));
}
