import {
  atob as imported,
  isAscii,
  isUtf8,
  transcode,
  kMaxLength,
  kStringMaxLength,
  constants,
  SlowBuffer,
} from 'node:buffer';
import { attempt, attemptEach } from './lib/attempt.ts';

const bytes = (...values: number[]) => Buffer.from(values);
const cases: [Uint8Array, string, string][] = [
  [bytes(), 'utf8', 'latin1'],
  [bytes(0x61, 0xff), 'utf8', 'latin1'],
  [bytes(0x61, 0xff), 'utf8', 'utf8'],
  [bytes(0x61, 0xff), 'latin1', 'ucs2'],
  [bytes(0x61, 0xff), 'ascii', 'ucs2'],
  [bytes(0x61, 0xff), 'ascii', 'latin1'],
  [bytes(0, 0xd8), 'ucs2', 'utf8'],
  [bytes(0, 0xd8, 0x61, 0), 'ucs2', 'ascii'],
  [bytes(1, 2, 3), 'ucs2', 'ucs2'],
  [Buffer.from('😀é€'), 'utf8', 'latin1'],
  [Buffer.from('😀é€'), 'UTF8', 'ASCII'],
  [Buffer.from('😀é€'), 'utf8', 'utf16le'],
  [bytes(1, 2), 'hex', 'utf8'],
  [bytes(1, 2), 'nope', 'utf8'],
  [bytes(0x61, 0xe2, 0x82, 0x61), 'utf8', 'ucs2'],
];
attemptEach('transcode', cases, (...args: [any, any, any]) => transcode(...args));
attemptEach('transcode', [['a', 'utf8', 'latin1']], (...args: [any, any, any]) =>
  transcode(...args),
);
attemptEach(
  'checks',
  [
    [[]],
    [new ArrayBuffer(3)],
    [new Uint16Array([0xd800])],
    [bytes(0xff)],
    [Buffer.from('é')],
    [null],
    [new DataView(new ArrayBuffer(1))],
  ],
  (value) => [isUtf8(value), isAscii(value)],
);
const broken = [
  'ab=c',
  '=',
  'a=',
  'a==',
  'ab=',
  'ab==',
  'abc=',
  'abcd=',
  'YQ= =',
  'YQ\u00a0==',
  'YQ==\n',
  '-_',
  'Y',
  'YW',
  'é',
  '',
  ' ',
  'YR==',
];
attemptEach(
  'atob',
  [[], [null], [undefined], [{}], [Symbol('s')], ...broken.map((text) => [text])],
  (...args: [any]) => JSON.stringify(atob(...args)),
);
attemptEach('btoa', [[], ['é'], ['€'], [null], [{}], [Symbol('s')]], (...args: [any]) =>
  btoa(...args),
);
try {
  atob('*');
} catch (error) {
  console.log(error instanceof DOMException, (error as Error).name);
}
console.log(imported === atob, kMaxLength, kStringMaxLength, constants);
attempt('slow', () => (SlowBuffer as unknown as (size: number) => Buffer)(3).length);
attempt('slow', () => (SlowBuffer as unknown as (size: string) => Buffer)('3').length);
