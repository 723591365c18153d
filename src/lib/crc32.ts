/** The polynomial of CRC-32/ISO-HDLC (zip, gzip, PNG) with its bits reversed; see ITU-T V.42, 8.1.1.6.2. */
const polynomial = 0xed_b8_83_20;

/**
 * CRC-32 of some bytes, as an unsigned 32-bit number. It finds accidents, such as a letter lost in
 * a chat; it does not find intent.
 */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      rest = (rest & 1) === 1 ? (rest >>> 1) ^ polynomial : rest >>> 1;
    }
  }
  return (rest ^ 0xff_ff_ff_ff) >>> 0;
}
