import * as util from 'node:util';
console.log(
  util.TextDecoder === TextDecoder,
  util.TextEncoder === TextEncoder,
  new TextDecoder('latin1', { fatal: true }),
  [new TextEncoder()],
);
const bytes = new TextEncoder().encode('Grüße €');
console.log(bytes, new TextDecoder().decode(bytes));
const decoder = new TextDecoder();
console.log(
  [...bytes].map((byte) => decoder.decode(Uint8Array.of(byte), { stream: true })).join('|'),
  decoder.decode(),
);
const bom = Uint8Array.of(0xef, 0xbb, 0xbf, 65);
console.log([
  new TextDecoder().decode(bom).length,
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bom).length,
]);
console.log(
  new TextDecoder('utf-16le').decode(Uint8Array.of(72, 0, 105, 0)),
  new TextEncoder().encodeInto('aé', new Uint8Array(2)),
);
const attempts = [
  () => new TextDecoder('nope'),
  () => new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.of(255)),
  () => new TextDecoder().decode(5 as never),
  () => new TextDecoder('utf-8', 1 as never),
  () => new TextEncoder().encodeInto('a', 1 as never),
  () => TextDecoder.prototype.decode.call({} as never),
];
for (const attempt of attempts)
  try {
    attempt();
  } catch (error) {
    console.log((error as Error).name, (error as { code?: string }).code, (error as Error).message);
  }
