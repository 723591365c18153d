export type FaultCode = 'ERR_INVALID_TYPESCRIPT_SYNTAX' | 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX';

/** Why a TypeScript text cannot run: Node's code and words, and the place. */
export class TypeScriptFault extends Error {
  readonly code: FaultCode;
  /** Place of the first character at fault. */
  readonly start: number;
  /** Place after the last. */
  readonly end: number;

  constructor(code: FaultCode, message: string, start: number, end: number) {
    super(message);
    this.code = code;
    this.start = start;
    this.end = end;
  }
}
