import { expect, it } from 'vitest';
import { crc32 } from '../../../src/lib/crc32.ts';

it.each([
  ['', 0],
  ['123456789', 0xcb_f4_39_26],
])('CRC-32 of %j is the published check value', (text, value) => {
  expect(crc32(new TextEncoder().encode(text))).toBe(value);
});
