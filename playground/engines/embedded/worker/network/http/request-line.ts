import { methods } from '../../modules/http/tables.ts';
import { carriageReturn, lineFeed, space, tab } from './bytes.ts';
import { fail } from './parse-error.ts';
import { RequestTarget } from './request-target.ts';
import type { LineLeniency, StartLine, StartLineReader } from './start-line.ts';
import { Version } from './version.ts';

/** Methods of RTSP (RFC 7826), which llhttp reads, too; and of the preface of HTTP/2. */
const rtspMethods =
  `DESCRIBE ANNOUNCE SETUP PLAY PAUSE TEARDOWN GET_PARAMETER SET_PARAMETER REDIRECT
  RECORD FLUSH`.split(/\s+/);
const httpMethods = new Set([...methods, 'PRI']);
const ofRtsp = new Set([...rtspMethods, 'GET', 'OPTIONS', 'POST']);
const allMethods = [...httpMethods, ...rtspMethods];

/** `GET /path HTTP/1.1` */
export class RequestLine implements StartLineReader {
  readonly #lenient: LineLeniency;
  readonly #version: Version;
  #state: 'method' | 'spaces' | 'target' | 'version' | 'end' | 'line-feed' | 'old-line-feed' =
    'method';
  #method = '';
  #target = new RequestTarget('');

  constructor(lenient: LineLeniency) {
    this.#lenient = lenient;
    this.#version = new Version(lenient.versions);
  }

  add(byte: number): StartLine | undefined {
    switch (this.#state) {
      case 'method':
        this.#addMethod(byte);
        return undefined;
      case 'spaces':
        if (byte === space) return undefined;
        this.#state = 'target';
        return this.#addTarget(byte);
      case 'target':
        return this.#addTarget(byte);
      case 'version':
        this.#addVersion(byte);
        return undefined;
      case 'end':
        return this.#addEnd(byte);
      case 'line-feed':
        if (byte !== lineFeed) fail('HPE_STRICT', 'Expected CRLF after version');
        return this.#line(this.#version);
      case 'old-line-feed':
        if (byte !== lineFeed) fail('HPE_INVALID_URL', 'Expected CRLF');
        return this.#line({ major: 0, minor: 9 });
    }
  }

  #addMethod(byte: number): void {
    const method = this.#method;
    if (byte === space && allMethods.includes(method)) {
      this.#target = new RequestTarget(method);
      this.#state = 'spaces';
      return;
    }
    this.#method += String.fromCharCode(byte);
    if (allMethods.some((one) => one.startsWith(this.#method))) return;
    const whole = allMethods.includes(method);
    fail(
      'HPE_INVALID_METHOD',
      whole ? 'Expected space after method' : 'Invalid method encountered',
    );
  }

  /** Without a version it is a request of HTTP/0.9. */
  #addTarget(byte: number): StartLine | undefined {
    if (byte === space || byte === tab || byte === carriageReturn || byte === lineFeed) {
      if (byte === tab) fail('HPE_INVALID_URL', 'Invalid characters in url');
      this.#target.end();
      if (byte === lineFeed) return this.#line({ major: 0, minor: 9 });
      this.#state = byte === space ? 'version' : 'old-line-feed';
    } else {
      this.#target.add(byte);
    }
    return undefined;
  }

  #addVersion(byte: number): void {
    const version = this.#version;
    if (byte === space && !version.begun) return;
    if (version.add(byte)) {
      if (this.#method === 'PRI') fail('HPE_PAUSED_H2_UPGRADE', 'Pause on PRI/Upgrade');
      this.#state = 'end';
    } else if (version.protocol.endsWith('/')) {
      this.#checkMethod(version.protocol);
    }
  }

  #checkMethod(protocol: string): void {
    const method = this.#method;
    if (protocol === 'ICE/' && method !== 'SOURCE')
      fail('HPE_INVALID_CONSTANT', 'Expected SOURCE method for ICE/x.x request');
    if (protocol === 'RTSP/' && !ofRtsp.has(method))
      fail('HPE_INVALID_CONSTANT', 'Invalid method for RTSP/x.x request');
    if (protocol === 'HTTP/' && !httpMethods.has(method))
      fail('HPE_INVALID_CONSTANT', 'Invalid method for HTTP/x.x request');
  }

  #addEnd(byte: number): StartLine | undefined {
    if (byte === lineFeed && this.#lenient.lineFeeds) return this.#line(this.#version);
    if (byte !== carriageReturn) fail('HPE_INVALID_VERSION', 'Expected CRLF after version');
    this.#state = 'line-feed';
    return undefined;
  }

  #line({ major, minor }: { readonly major: number; readonly minor: number }): StartLine {
    return { major, minor, method: this.#method, url: this.#target.text };
  }
}
