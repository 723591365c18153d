import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnsiReader, type Piece } from '../../../../playground/panels/output/ansi-reader.ts';

const ESC = '\u001b';

/** Reads chunks as one output; stretches of one look are joined. */
function read(...chunks: readonly string[]): readonly Piece[] {
  const reader = new AnsiReader();
  const pieces = [...chunks.flatMap((chunk) => reader.read(chunk)), ...reader.end()];
  return pieces.reduce<Piece[]>((joined, piece) => {
    const last = joined.at(-1);
    if (last?.classes !== piece.classes) return [...joined, piece];
    return [...joined.slice(0, -1), { ...last, text: last.text + piece.text }];
  }, []);
}

const lookOf = (codes: string): string | undefined => read(`${ESC}[${codes}mx`)[0]?.classes;

describe('the looks of output', () => {
  it.each([
    ['1', 't-bold'],
    ['2', 't-dim'],
    ['3', 't-italic'],
    ['4', 't-underline'],
    ['4:3', 't-underline'],
    ['21', 't-underline'],
    ['7', 't-inverse'],
    ['9', 't-strike'],
    ['1;31', 't-bold t-fg t-c1'],
    ['90', 't-fg t-c8'],
    ['97', 't-fg t-c15'],
    ['42', 't-bg t-b2'],
    ['103', 't-bg t-b11'],
    ['38;5;9', 't-fg t-c9'],
    ['38:5:9', 't-fg t-c9'],
    ['38;5;196', 't-fg t-c9'],
    ['38;5;22', 't-fg t-c2'],
    ['38;5;244', 't-fg t-c8'],
    ['48;2;0;0;128', 't-bg t-b4'],
    ['38;2;250;128;114;1', 't-bold t-fg t-c9'],
    ['38:2::0:200:200', 't-fg t-c14'],
    ['38:2:0:200:200', 't-fg t-c14'],
    ['38;5;300', ''],
    ['38;2;1', ''],
    ['38', ''],
    ['8', ''],
    ['999', ''],
    ['31;0', ''],
    ['31;', ''],
    ['31;39', ''],
    ['41;49', ''],
    ['1;2;22', ''],
    ['4;4:0', ''],
    ['3;4;7;9;23;24;27;29', ''],
  ])('SGR %s is "%s"', (codes, classes) => {
    expect(lookOf(codes)).toBe(classes);
  });

  it('last until they are reset, over lines and chunks', () => {
    expect(read(`a${ESC}[3`, `1mred\n`, `still${ESC}[m`, ' plain')).toEqual([
      { text: 'a', classes: '' },
      { text: 'red\nstill', classes: 't-fg t-c1' },
      { text: ' plain', classes: '' },
    ]);
  });

  it('drops what moves a cursor or names a window, and shows what is left of it', () => {
    const link = `${ESC}]8;;https://example.org${ESC}\\page${ESC}]8;;${ESC}\\`;
    expect(read(`${ESC}[2J${link}${ESC}[1A\r\nb${ESC}`)).toEqual([
      { text: 'page\nb‹U+001B›', classes: '' },
    ]);
    expect(read('good\r', 'bad')).toEqual([{ text: 'good‹U+000D›bad', classes: '' }]);
    expect(read('line\r', '\nnext')).toEqual([{ text: 'line\nnext', classes: '' }]);
  });

  it('are the same however the output is cut into chunks', () => {
    const part = fc.oneof(
      fc.constantFrom(
        `${ESC}[1;31m`,
        `${ESC}[0m`,
        `${ESC}[38;2;1;200;3m`,
        `${ESC}]0;t\u0007`,
        '\r\n',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom(ESC, '[', ']', ';', 'm', '\r', '\n'),
    );
    fc.assert(
      fc.property(fc.array(part), fc.array(fc.nat(60)), (parts, cuts) => {
        const text = parts.join('');
        const places = [0, ...cuts.filter((at) => at < text.length).sort((a, b) => a - b)];
        const chunks = places.map((at, index) => text.slice(at, places[index + 1]));
        // A cut through a pair of halves makes two characters of it; programs do not write so.
        fc.pre(chunks.every((chunk) => chunk.isWellFormed()));
        expect(read(...chunks)).toEqual(read(text));
      }),
    );
  });

  it('leave no control character and only known classes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const piece of read(`${ESC}[${text}m${text}`)) {
          expect(piece.text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202e]/);
          expect(piece.classes).toMatch(/^(?:t-[a-z]+(?:\d{1,2})?(?: |$))*$/);
        }
      }),
    );
  });
});
