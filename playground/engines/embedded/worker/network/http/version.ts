import { isDigit } from './bytes.ts';
import { fail } from './parse-error.ts';

const known = new Set(['0.9', '1.0', '1.1', '2.0']);
const protocols = ['HTTP/', 'RTSP/', 'ICE/'];

/** `HTTP/1.1`, byte by byte. */
export class Version {
  protocol = '';
  major = 0;
  minor = 0;
  readonly #lenient: boolean;
  #state: 'protocol' | 'major' | 'dot' | 'minor' = 'protocol';

  constructor(lenient: boolean) {
    this.#lenient = lenient;
  }

  get begun(): boolean {
    return this.protocol !== '';
  }

  /** @returns whether it is whole */
  add(byte: number): boolean {
    switch (this.#state) {
      case 'protocol':
        this.#addProtocol(byte);
        return false;
      case 'major':
        if (!isDigit(byte)) fail('HPE_INVALID_VERSION', 'Invalid major version');
        this.major = byte - 48;
        this.#state = 'dot';
        return false;
      case 'dot':
        if (byte !== 46) fail('HPE_INVALID_VERSION', 'Expected dot');
        this.#state = 'minor';
        return false;
      case 'minor':
        if (!isDigit(byte)) fail('HPE_INVALID_VERSION', 'Invalid minor version');
        this.minor = byte - 48;
        if (!this.#lenient && !known.has(`${this.major}.${this.minor}`))
          fail('HPE_INVALID_VERSION', 'Invalid HTTP version');
        return true;
    }
  }

  #addProtocol(byte: number): void {
    this.protocol += String.fromCharCode(byte);
    if (!protocols.some((protocol) => protocol.startsWith(this.protocol)))
      fail('HPE_INVALID_CONSTANT', 'Expected HTTP/, RTSP/ or ICE/');
    if (protocols.includes(this.protocol)) this.#state = 'major';
  }
}
