import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MessageParser,
  type ParserOptions,
} from '../../../../playground/engines/embedded/worker/network/http/message-parser.ts';
import { ParseError } from '../../../../playground/engines/embedded/worker/network/http/parse-error.ts';

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** What a sink hears, with the pieces of a body put together. */
function heard(pieces: readonly Uint8Array[], options: Partial<ParserOptions> = {}): string[] {
  const events: string[] = [];
  let body = '';
  const parser = new MessageParser(
    { kind: 'request', maxHeaderBytes: 16 << 10, ...options },
    {
      begin: () => void events.push('begin'),
      head: ({ upgrade, ...head }) => {
        events.push(`head ${JSON.stringify(head)}`);
        return upgrade ? 'upgrade' : 'body';
      },
      body: (bytes) => (body += textOf(bytes)),
      end: (trailers) => {
        events.push(`end ${body} ${trailers.join()}`);
        body = '';
      },
    },
  );
  try {
    for (const piece of pieces) {
      const read = parser.push(piece);
      if (read < piece.length) return [...events, 'stopped'];
    }
    parser.finish();
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    events.push(`${error.code} ${error.reason}`);
  }
  return events;
}

const request = (headers: string, body = ''): string =>
  `POST /p HTTP/1.1\r\nHost: x\r\n${headers}\r\n${body}`;

/** Messages that are whole, and messages that go wrong at every place there is. */
const messages = [
  `${request('')}GET /two HTTP/1.1\r\n\r\n`,
  `\r\n\n${request('Content-Length: 3\r\n', 'abc')}${request('')}`,
  request('Transfer-Encoding: gzip, chunked\r\n', '3;a="b\\"c";d\r\nabc\r\n0\r\nT: x\r\n\r\n'),
  request('Transfer-Encoding: chunked\r\n', 'A\r\n0123456789\r\n1 \r\nx\r\n'),
  request('Transfer-Encoding: chunked\r\nContent-Length: 3\r\n', 'abc'),
  request('Content-Length: 3\r\nTransfer-Encoding: chunked\r\n', 'abc'),
  request('Content-Length: 3\r\nContent-Length: 3\r\n', 'abc'),
  request('Transfer-Encoding: chunked, identity\r\n', '0\r\n\r\n'),
  request('Transfer-Encoding: xchunked\r\n', '0\r\n\r\n'),
  request('A: b\r\n c\r\n'),
  request('A: b\n'),
  request('A: b\rc\r\n'),
  request('A : b\r\n'),
  request('Connection: close\r\n', 'more'),
  request('Connection: Upgrade\r\nUpgrade: x\r\n', 'other protocol'),
  'GET http://user@host:80/a?b#c HTTP/1.0\r\n\r\n',
  'GET /a b HTTP/1.1\r\n\r\n',
  'FOO / HTTP/1.1\r\n\r\n',
  'GET / HTTP/1.3\r\n\r\n',
];

describe('the parser of HTTP', () => {
  it('hears the same wherever a message is cut in two', () => {
    for (const message of messages) {
      const bytes = bytesOf(message);
      const whole = heard([bytes]);
      for (let at = 1; at < bytes.length; at += 1) {
        const cut = heard([bytes.subarray(0, at), bytes.subarray(at)]);
        expect(cut, `${JSON.stringify(message)} cut at ${at}`).toEqual(whole);
      }
    }
  });

  it('hears the same of pieces of any size', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...messages),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (message, sizes) => {
          const bytes = bytesOf(message);
          const pieces: Uint8Array[] = [];
          for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            pieces.push(bytes.subarray(at, at + size));
            at += size;
          }
          expect(heard(pieces)).toEqual(heard([bytes]));
        },
      ),
    );
  });

  it('never throws anything but its own error, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isRequest) => {
        const kind = isRequest ? 'request' : 'response';
        expect(heard([bytes], { kind })).toEqual(
          heard(
            [...bytes].map((byte) => Uint8Array.of(byte)),
            { kind },
          ),
        );
      }),
    );
  });

  it.each([
    ['Transfer-Encoding: chunked\r\nContent-Length: 3\r\n', 'HPE_INVALID_CONTENT_LENGTH'],
    ['Content-Length: 3\r\nTransfer-Encoding: chunked\r\n', 'HPE_INVALID_TRANSFER_ENCODING'],
    ['Content-Length: 3\r\nContent-Length: 3\r\n', 'HPE_UNEXPECTED_CONTENT_LENGTH'],
    ['Content-Length: 3, 3\r\n', 'HPE_INVALID_CONTENT_LENGTH'],
    ['Content-Length: +3\r\n', 'HPE_INVALID_CONTENT_LENGTH'],
    ['Transfer-Encoding: chunked, gzip\r\n', 'HPE_INVALID_TRANSFER_ENCODING'],
    [
      'Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n',
      'HPE_INVALID_TRANSFER_ENCODING',
    ],
    ['Transfer-Encoding : chunked\r\n', 'HPE_INVALID_HEADER_TOKEN'],
    ['A: b\r\n Content-Length: 3\r\n', 'HPE_INVALID_HEADER_TOKEN'],
    ['A: b\nContent-Length: 3\r\n', 'HPE_CR_EXPECTED'],
    ['A: b\rContent-Length: 3\r\n', 'HPE_LF_EXPECTED'],
  ])('refuses %j, which two readers could take for different bodies', (headers, code) => {
    expect(heard([bytesOf(request(headers, 'abc'))]).at(-1)).toMatch(new RegExp(`^${code} `));
  });

  it('counts the bytes of headers, and of the extensions of chunks', () => {
    const long = 'x'.repeat(17 << 10);
    expect(heard([bytesOf(request(`A: ${long}\r\n`))]).at(-1)).toMatch(/^HPE_HEADER_OVERFLOW/);
    const chunk = request('Transfer-Encoding: chunked\r\n', `1;${long}\r\n`);
    expect(heard([bytesOf(chunk)]).at(-1)).toMatch(/^HPE_CHUNK_EXTENSIONS_OVERFLOW/);
  });

  it('ends an answer without length where the connection ends', () => {
    const answer = bytesOf('HTTP/1.1 200 OK\r\n\r\nuntil the end');
    expect(heard([answer], { kind: 'response' }).at(-1)).toBe('end until the end ');
  });
});
