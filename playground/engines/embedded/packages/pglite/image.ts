/**
 * A database's folder as the page gets it: what PostgreSQL's `initdb` makes in seconds, made once at
 * build. It is a tar file in which a content that came before is only named: three databases are
 * copies of each other, which a compression of 32 kB does not see.
 */

/** Of a tar file: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html */
const blockBytes = 512;
const sizeAt = 124;
const sizeChars = 12;

/** Stands for a content that follows. */
const isNew = 0xffff_ffff;

const padded = (bytes: number): number => Math.ceil(bytes / blockBytes) * blockBytes;

/** The size of the content that follows a header: octal, ended by a space or NUL. */
function contentBytes(header: Uint8Array): number {
  const digits = new TextDecoder().decode(header.subarray(sizeAt, sizeAt + sizeChars));
  return parseInt(digits, 8) || 0;
}

/**
 * @param tar ends with empty blocks, as every tar file
 * @param keyOf the same for contents that are the same
 */
export function packImage(tar: Uint8Array, keyOf: (content: Uint8Array) => string): Uint8Array[] {
  const known = new Map<string, number>();
  const parts: Uint8Array[] = [];
  for (let at = 0; (tar[at] ?? 0) !== 0;) {
    const header = tar.subarray(at, at + blockBytes);
    const content = tar.subarray(at + blockBytes, at + blockBytes + padded(contentBytes(header)));
    const key = keyOf(content);
    const earlier = known.get(key);
    parts.push(header, number(earlier ?? isNew));
    if (earlier === undefined) {
      known.set(key, known.size);
      parts.push(content);
    }
    at += blockBytes + content.length;
  }
  return parts;
}

function number(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** @returns the parts of the tar file; they share the image's memory */
export function unpackImage(image: ArrayBuffer): Uint8Array<ArrayBuffer>[] {
  const view = new DataView(image);
  const contents: Uint8Array<ArrayBuffer>[] = [];
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < image.byteLength;) {
    const header = new Uint8Array(image, at, blockBytes);
    const earlier = view.getUint32(at + blockBytes);
    at += blockBytes + 4;
    if (earlier === isNew) {
      contents.push(new Uint8Array(image, at, padded(contentBytes(header))));
      at += contents.at(-1)?.length ?? 0;
    }
    const content = contents[earlier === isNew ? contents.length - 1 : earlier];
    if (!content) throw new Error('The image of the database is broken.');
    parts.push(header, content);
  }
  return [...parts, new Uint8Array(2 * blockBytes)];
}
