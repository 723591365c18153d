/** What cannot be cloned, and how the error reads. */
console.log(structuredClone.name, structuredClone.length);
console.log(structuredClone({ map: new Map([[1, new Set([2])]]), when: new Date(0) }));
for (const value of [() => {}, Symbol('s'), { deep: [() => {}] }, new WeakMap()])
  try {
    structuredClone(value);
  } catch (error) {
    const { name, code, message } = error as DOMException;
    console.log(name, code, message, error instanceof DOMException);
  }
const buffer = new ArrayBuffer(8);
const moved = structuredClone(buffer, { transfer: [buffer] });
console.log(moved.byteLength, buffer.byteLength);
try {
  Reflect.apply(structuredClone, undefined, []);
} catch (error) {
  // Node.js 24.21 puts a whole sentence where its message wants a name.
  console.log((error as { code?: string }).code);
}
