/** Equality of what lies in buffers. */

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

export function equalBytes(actual: ArrayBufferView, expected: ArrayBufferView): boolean {
  const wanted = bytesOf(expected);
  return (
    actual.byteLength === expected.byteLength &&
    bytesOf(actual).every((byte, index) => byte === wanted[index])
  );
}

/** 0 equals -0, unlike their bytes; NaN equals nothing. */
export function equalFloats(actual: ArrayBufferView, expected: ArrayBufferView): boolean {
  const wanted = expected as Float64Array;
  return (
    actual.byteLength === expected.byteLength &&
    (actual as Float64Array).every((value, index) => value === wanted[index])
  );
}

/** Whether the expected bytes occur in this order, with others between them. */
export function partialBytes(actual: ArrayBufferView, expected: ArrayBufferView): boolean {
  const wanted = bytesOf(expected);
  let found = 0;
  for (const byte of bytesOf(actual)) if (byte === wanted[found]) found++;
  return found === wanted.length;
}
