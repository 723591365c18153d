/** Codes of llhttp, the parser of Node. */
export type ParseFault =
  | 'HPE_CHUNK_EXTENSIONS_OVERFLOW'
  | 'HPE_CLOSED_CONNECTION'
  | 'HPE_CR_EXPECTED'
  | 'HPE_HEADER_OVERFLOW'
  | 'HPE_INVALID_CHUNK_SIZE'
  | 'HPE_INVALID_CONSTANT'
  | 'HPE_INVALID_CONTENT_LENGTH'
  | 'HPE_INVALID_EOF_STATE'
  | 'HPE_INVALID_HEADER_TOKEN'
  | 'HPE_INVALID_METHOD'
  | 'HPE_INVALID_STATUS'
  | 'HPE_INVALID_TRANSFER_ENCODING'
  | 'HPE_INVALID_URL'
  | 'HPE_INVALID_VERSION'
  | 'HPE_LF_EXPECTED'
  | 'HPE_PAUSED_H2_UPGRADE'
  | 'HPE_STRICT'
  | 'HPE_UNEXPECTED_CONTENT_LENGTH'
  | 'HPE_UNEXPECTED_SPACE';

/** Bytes that are no HTTP message, in llhttp's words. */
export class ParseError extends Error {
  /** Of the bytes that were pushed last. */
  bytesParsed = 0;
  readonly code: ParseFault;
  readonly reason: string;
  /** What the connection had said when it failed. */
  rawPacket: Uint8Array | undefined;

  constructor(code: ParseFault, reason: string) {
    super(`Parse Error: ${reason}`);
    this.code = code;
    this.reason = reason;
  }
}

/** Node makes a plain `Error` of it, and so it reads. */
Object.defineProperty(ParseError.prototype, 'constructor', { value: Error });

export function fail(code: ParseFault, reason: string): never {
  throw new ParseError(code, reason);
}
