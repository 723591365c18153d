import { unknownFormat } from './resolve-errors.ts';

/**
 * The module inside a `data:` address.
 * @throws {RangeError} ERR_UNKNOWN_MODULE_FORMAT for what is neither JavaScript nor JSON
 */
export function dataText(address: string): string {
  const [, mime = '', base64, body = ''] =
    /^data:([^,;]*)(?:;[^,;]*?)*?(;base64)?,([^]*)$/.exec(address) ?? [];
  const decoded = decodeURIComponent(body);
  const text = base64 === undefined ? decoded : utf8(atob(decoded));
  if (mime === 'text/javascript') return text;
  if (mime === 'application/json') return `export default ${JSON.stringify(JSON.parse(text))}`;
  throw unknownFormat(mime, address);
}

function utf8(binary: string): string {
  return new TextDecoder().decode(Uint8Array.from(binary, (sign) => sign.charCodeAt(0)));
}
