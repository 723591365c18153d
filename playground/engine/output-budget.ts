import type { Limits } from './contract.ts';

/** Counts output against its limits. The worker uses it to stop in time, the page to be sure. */
export class OutputBudget {
  #bytes: number;
  #lines: number;

  constructor({ outputBytes, outputLines }: Pick<Limits, 'outputBytes' | 'outputLines'>) {
    this.#bytes = outputBytes;
    this.#lines = outputLines;
  }

  /** @returns as much of the text as fits; shorter than the text once, at the limit */
  spend(text: string): string {
    const end = this.#endOfFit(text);
    return end === text.length ? text : text.slice(0, end);
  }

  #endOfFit(text: string): number {
    let at = 0;
    while (at < text.length && this.#lines > 0) {
      const code = text.codePointAt(at) ?? 0;
      const size = utf8Bytes(code);
      if (size > this.#bytes) {
        this.#bytes = 0;
        break;
      }
      this.#bytes -= size;
      if (code === 10) this.#lines -= 1;
      at += code > 0xff_ff ? 2 : 1;
    }
    return at;
  }
}

/** Bytes of a code point in UTF-8 (RFC 3629, section 3). */
function utf8Bytes(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
