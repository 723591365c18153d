import { carriageReturn, isDigit, lineFeed, space } from './bytes.ts';
import { fail } from './parse-error.ts';
import type { LineLeniency, StartLine, StartLineReader } from './start-line.ts';
import { Version } from './version.ts';

/** `HTTP/1.1 200 OK` */
export class StatusLine implements StartLineReader {
  readonly #lenient: LineLeniency;
  readonly #version: Version;
  #state: 'version' | 'space' | 'status' | 'after-status' | 'text' | 'line-feed' = 'version';
  #digits = '';
  #text = '';

  constructor(lenient: LineLeniency) {
    this.#lenient = lenient;
    this.#version = new Version(lenient.versions);
  }

  add(byte: number): StartLine | undefined {
    switch (this.#state) {
      case 'version':
        if (this.#version.add(byte)) this.#state = 'space';
        return undefined;
      case 'space':
        if (byte !== space) fail('HPE_INVALID_VERSION', 'Expected space after version');
        this.#state = 'status';
        return undefined;
      case 'status':
        if (!isDigit(byte)) fail('HPE_INVALID_STATUS', 'Invalid status code');
        this.#digits += String.fromCharCode(byte);
        if (this.#digits.length === 3) this.#state = 'after-status';
        return undefined;
      case 'after-status':
        return this.#addAfterStatus(byte);
      case 'text':
        return this.#addText(byte);
      case 'line-feed':
        if (byte !== lineFeed) fail('HPE_STRICT', 'Expected LF after CR');
        return this.#line();
    }
  }

  #addAfterStatus(byte: number): StartLine | undefined {
    if (byte === lineFeed && this.#lenient.lineFeeds) return this.#line();
    if (byte !== space && byte !== carriageReturn)
      fail('HPE_INVALID_STATUS', 'Invalid response status');
    this.#state = byte === space ? 'text' : 'line-feed';
    return undefined;
  }

  #addText(byte: number): StartLine | undefined {
    if (byte === carriageReturn) {
      this.#state = 'line-feed';
    } else if (byte === lineFeed) {
      if (!this.#lenient.lineFeeds)
        fail('HPE_CR_EXPECTED', 'Missing expected CR after response line');
      return this.#line();
    } else {
      this.#text += String.fromCharCode(byte);
    }
    return undefined;
  }

  #line(): StartLine {
    const { major, minor } = this.#version;
    return { major, minor, status: Number(this.#digits), statusText: this.#text };
  }
}
