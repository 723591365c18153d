import { expect, test } from 'vitest';
import { MarkedLines } from '../../../../playground/engines/webcontainer/marked-lines.ts';

const mark = '\u001etrace ';

/** Text and lines that come of these chunks. */
function read(...chunks: readonly string[]): { text: string; lines: readonly string[] } {
  let text = '';
  const lines: string[] = [];
  const reader = new MarkedLines(mark, {
    text: (some) => {
      text += some;
    },
    line: (line) => lines.push(line),
  });
  chunks.forEach((chunk) => reader.push(chunk));
  reader.end();
  return { text, lines };
}

const stream = `one\n${mark}{"a":1}\ntwo ${mark}{"b":2}\r\nthree\r\n`;

test('takes marked lines out, wherever they begin', () => {
  const found = { text: 'one\ntwo three\n', lines: ['{"a":1}', '{"b":2}'] };
  expect(read(stream)).toEqual(found);
});

test('does so wherever the stream is cut', () => {
  const whole = read(stream);
  for (let at = 1; at < stream.length; at++) {
    expect(read(stream.slice(0, at), stream.slice(at))).toEqual(whole);
  }
  expect(read(...stream)).toEqual(whole);
});

test('keeps what only looks like a mark', () => {
  expect(read('a\u001et', '-b\u001e')).toEqual({ text: 'a\u001et-b\u001e', lines: [] });
});

test('gives a line that never ends back as text', () => {
  const endless = mark + 'x'.repeat(1 << 20);
  expect(read(endless).text).toBe(endless);
});
