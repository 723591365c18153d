/** Why bytes are no HTTP message: llhttp's codes, and its words. */
export const parseFaults = {
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'Chunk extensions overflow',
  HPE_CLOSED_CONNECTION: 'Data after `Connection: close`',
  HPE_CR_EXPECTED: 'Missing expected CR after header value',
  HPE_HEADER_OVERFLOW: 'Header overflow',
  HPE_INVALID_CHUNK_SIZE: 'Invalid character in chunk size',
  HPE_INVALID_CONSTANT: 'Expected HTTP/, RTSP/ or ICE/',
  HPE_INVALID_CONTENT_LENGTH: 'Invalid character in Content-Length',
  HPE_INVALID_EOF_STATE: 'Invalid EOF state',
  HPE_INVALID_HEADER_TOKEN: 'Invalid header token',
  HPE_INVALID_METHOD: 'Invalid method encountered',
  HPE_INVALID_STATUS: 'Invalid status code',
  HPE_INVALID_TRANSFER_ENCODING: 'Request has invalid `Transfer-Encoding`',
  HPE_INVALID_URL: 'Invalid characters in url',
  HPE_INVALID_VERSION: 'Invalid HTTP version',
  HPE_STRICT: 'Expected LF after chunk data',
  HPE_UNEXPECTED_CONTENT_LENGTH: "Content-Length can't be present with Transfer-Encoding",
} as const;

export type ParseFault = keyof typeof parseFaults;

/** Bytes that are no HTTP message. */
export class ParseError extends Error {
  readonly bytesParsed: number;
  readonly code: ParseFault;
  readonly reason: string;
  /** What the connection had said when it failed. */
  rawPacket: Uint8Array | undefined;

  constructor(code: ParseFault, bytesParsed: number, reason: string = parseFaults[code]) {
    super(`Parse Error: ${reason}`);
    this.bytesParsed = bytesParsed;
    this.code = code;
    this.reason = reason;
  }
}
