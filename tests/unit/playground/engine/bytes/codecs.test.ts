import nodeBuffer from 'node:buffer';
import nodePath from 'node:path';
import nodeQuerystring from 'node:querystring';
import { StringDecoder as NodeStringDecoder } from 'node:string_decoder';
import nodeUrl from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { bufferModule } from '../../../../../playground/engines/embedded/worker/modules/buffer/buffer-module.ts';
import { StringDecoder } from '../../../../../playground/engines/embedded/worker/modules/buffer/string-decoder.ts';
import { createPath } from '../../../../../playground/engines/embedded/worker/modules/path/path-module.ts';
import { querystring } from '../../../../../playground/engines/embedded/worker/modules/querystring/querystring-module.ts';
import {
  parse,
  resolve,
} from '../../../../../playground/engines/embedded/worker/modules/url/legacy/url.ts';

/** What the engine's own modules give is what those of Node give that run this test. */

vi.spyOn(process, 'emitWarning').mockReturnValue(undefined);

const { Buffer: EngineBuffer, transcode } = bufferModule;
const encodings = ['utf8', 'utf16le', 'latin1', 'ascii', 'hex', 'base64', 'base64url'] as const;
const encoding = fc.constantFrom(...encodings);
const bytes = fc.uint8Array({ maxLength: 24 });
const text = fc.string({ unit: 'grapheme', maxLength: 24 });
const brokenText = fc.string({
  unit: fc.constantFrom(...'aZ09+/-_= \n\t\0éÿ\u0161€😀', '\ud800', '\udc00'),
  maxLength: 24,
});
const place = fc.oneof(fc.integer({ min: -10, max: 30 }), fc.constantFrom(undefined, NaN, 1.5));

/** What a call gives, or the code and words of its error. */
function outcome(call: () => unknown): unknown {
  try {
    const result = call();
    return ArrayBuffer.isView(result)
      ? [...new Uint8Array(result.buffer, result.byteOffset, result.byteLength)]
      : result;
  } catch (error) {
    const { name, code, message } = error as Error & { code?: unknown };
    return { name, code, message };
  }
}

describe('node:buffer', () => {
  it('writes and reads text in every encoding as Node does', () => {
    fc.assert(
      fc.property(brokenText, encoding, (value, name) => {
        const own = EngineBuffer.from(value, name);
        const expected = nodeBuffer.Buffer.from(value, name);
        expect(own.toString('hex')).toBe(expected.toString('hex'));
        expect(EngineBuffer.byteLength(value, name)).toBe(
          nodeBuffer.Buffer.byteLength(value, name),
        );
        for (const other of encodings) expect(own.toString(other)).toBe(expected.toString(other));
      }),
    );
  });

  it('gives text back that an encoding can hold', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('utf8', 'utf16le'), (value, name) => {
        expect(EngineBuffer.from(value, name).toString(name)).toBe(value);
      }),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom('hex', 'base64', 'base64url', 'latin1'), (value, name) => {
        expect([...EngineBuffer.from(EngineBuffer.from(value).toString(name), name)]).toEqual([
          ...value,
        ]);
      }),
    );
  });

  it('searches as Node does, from any place to any end', () => {
    const needle = fc.oneof(bytes, fc.integer({ min: -300, max: 300 }), fc.constantFrom('a', 'ab'));
    const name = fc.constantFrom('indexOf', 'lastIndexOf', 'includes');
    const letters = fc.array(fc.constantFrom(97, 98, 0), { maxLength: 16 });
    const end = fc.option(fc.integer({ min: -4, max: 20 }), { nil: undefined });
    fc.assert(
      fc.property(
        letters,
        needle,
        name,
        place,
        end,
        encoding,
        (all, value, method, from, to, enc) => {
          // The types of Node 24 do not know the end yet.
          const args = [value, from, to, enc];
          const own = EngineBuffer.from(all);
          const expected = nodeBuffer.Buffer.from(all);
          expect(outcome(() => Reflect.apply(own[method] as CallableFunction, own, args))).toEqual(
            outcome(() => Reflect.apply(expected[method] as CallableFunction, expected, args)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('copies, compares, fills and cuts as Node does, with the same errors', () => {
    const name = fc.constantFrom('copy', 'compare', 'fill', 'subarray', 'write', 'toString');
    fc.assert(
      fc.property(
        name,
        bytes,
        brokenText,
        bytes,
        place,
        place,
        (method, all, value, other, a, b) => {
          const run = (Class: BufferConstructor): unknown => {
            const buffer = Class.from(all);
            const target = Class.from(other);
            const first = { copy: target, compare: target, fill: value, write: value }[
              method as 'copy'
            ] as unknown;
            const args = first === undefined ? [a, b] : [first, a, b];
            const withName = method === 'toString' ? ['latin1', ...args] : args;
            return [
              outcome(() => Reflect.apply(buffer[method] as CallableFunction, buffer, withName)),
              [...buffer],
              [...target],
            ];
          };
          expect(run(EngineBuffer)).toEqual(run(nodeBuffer.Buffer));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('transcodes as Node does', () => {
    const name = fc.constantFrom('utf8', 'utf16le', 'latin1', 'ascii');
    fc.assert(
      fc.property(bytes, name, name, (value, from, to) => {
        expect(outcome(() => transcode(value, from, to))).toEqual(
          outcome(() => nodeBuffer.transcode(value, from, to)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

it('node:string_decoder decodes chunks of any size as Node does', () => {
  const lead = fc.constantFrom(
    0x41,
    0x80,
    0xc3,
    0xa9,
    0xe2,
    0x82,
    0xf0,
    0x9f,
    0x3d,
    0xd8,
    0xdc,
    0xff,
  );
  const chunks = fc.array(
    fc
      .uint8Array({ maxLength: 4 })
      .chain((some) => fc.array(lead, { minLength: some.length, maxLength: some.length })),
  );
  fc.assert(
    fc.property(encoding, chunks, (name, all) => {
      const run = (decoder: NodeStringDecoder): string[] => [
        ...all.map((chunk) => decoder.write(nodeBuffer.Buffer.from(chunk))),
        decoder.end(),
      ];
      expect(run(new StringDecoder(name))).toEqual(run(new NodeStringDecoder(name)));
    }),
    { numRuns: 1000 },
  );
});

it('node:path does with paths of both systems what Node does', () => {
  const own = createPath(() => process.cwd());
  const part = fc.constantFrom(
    ...['a', 'b', '.', '..', '/', '\\', 'C:', '.ext', 'x.y', '', 'é', ' '],
  );
  const path = fc.array(part, { maxLength: 7 }).map((parts) => parts.join(''));
  const name = fc.constantFrom('normalize', 'dirname', 'extname', 'isAbsolute', 'parse');
  const pair = fc.constantFrom('basename', 'join', 'resolve');
  fc.assert(
    fc.property(
      fc.constantFrom('posix', 'win32'),
      name,
      pair,
      path,
      path,
      (system, one, two, a, b) => {
        expect(own[system][one](a)).toEqual(nodePath[system][one](a));
        expect(own[system][two](a, b)).toEqual(nodePath[system][two](a, b));
      },
    ),
    { numRuns: 2000 },
  );
});

it('node:querystring reads and writes what Node does', () => {
  const sign = fc.constantFrom(
    ...['a', 'b', '=', '&', '+', '%20', '%E2%82%AC', '€', ';', '[]', '~'],
  );
  const query = fc.array(sign, { maxLength: 9 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(query, (value) => {
      const parsed = querystring.parse(value);
      expect(parsed).toEqual(nodeQuerystring.parse(value));
      expect(querystring.stringify(parsed)).toBe(nodeQuerystring.stringify(parsed));
    }),
    { numRuns: 1000 },
  );
});

it('node:url parses and resolves addresses of before the standard as Node does', () => {
  const part = (...values: string[]) => fc.constantFrom('', ...values);
  const address = fc
    .tuple(
      part('http:', 'HTTPS:', 'mailto:', 'javascript:', 'x:', 'file:'),
      part('//', '/', '\\\\'),
      part('u:p@', 'a%40@', '@'),
      part('a.com', '[::1]', 'münchen.de', 'a b', 'x]', '[::1'),
      part(':80', ':', ':x'),
      part('/', '/a/../b', '../c', '.', '/a b', '/{x}', '/ü'),
      part('?', '?a=1', '?ü "'),
      part('#', '#h i', '#?'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(address, address, (source, link) => {
      expect(outcome(() => ({ ...parse(source) }))).toEqual(
        outcome(() => ({ ...nodeUrl.parse(source) })),
      );
      expect(outcome(() => resolve(source, link))).toEqual(
        outcome(() => nodeUrl.resolve(source, link)),
      );
    }),
    { numRuns: 400 },
  );
});
