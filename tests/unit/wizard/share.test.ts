import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeFile,
  decodeLink,
  encodeFile,
  encodeLink,
  linkLimit,
} from '../../../src/wizard/share.ts';
import { anyState, partialState } from './arbitraries.ts';

const runs = { numRuns: 300 };

describe('links and files', () => {
  it('give back the same state, whatever was answered and pinned', () => {
    fc.assert(
      fc.property(partialState, (state) => {
        const expected = { ok: true, value: { state, dropped: [] } };
        expect(decodeLink(encodeLink(state))).toEqual(expected);
        expect(decodeLink(`#${encodeLink(state)}`)).toEqual(expected);
        expect(decodeFile(encodeFile(state))).toEqual(expected);
      }),
      runs,
    );
  });

  it('are written alike however the state came to be', () => {
    fc.assert(
      fc.property(anyState, ({ answers, pins }) => {
        const reversed = {
          answers: Object.fromEntries(Object.entries(answers).toReversed()),
          pins: Object.fromEntries(Object.entries(pins).toReversed()),
        };
        expect(encodeLink(reversed)).toBe(encodeLink({ answers, pins }));
        expect(encodeFile(reversed)).toBe(encodeFile({ answers, pins }));
      }),
      runs,
    );
  });

  it('stay within the length that chats and mails carry', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const link = encodeLink(state);
        expect(link).toMatch(/^w1\.[\w-]+$/u);
        expect(link.length).toBeLessThan(linkLimit);
      }),
      runs,
    );
  });
});

/** Ways in which a link is hurt on its way; `at` is a place within it. */
const injuries: Readonly<Record<string, (link: string, at: number) => string>> = {
  cut: (link, at) => link.slice(0, at),
  'a letter replaced': (link, at) => `${link.slice(0, at)}A${link.slice(at + 1)}`,
  'a letter lost': (link, at) => link.slice(0, at) + link.slice(at + 1),
  'a letter doubled': (link, at) => link.slice(0, at) + link.slice(at - 1),
  'two letters swapped': (link, at) =>
    link.slice(0, at - 1) + (link[at] ?? '') + (link[at - 1] ?? '') + link.slice(at + 1),
  'the other case': (link, at) =>
    link.slice(0, at) + (link[at] ?? '').toLowerCase() + link.slice(at + 1),
  'a space': (link, at) => `${link.slice(0, at)} ${link.slice(at)}`,
  'a line break': (link, at) => `${link.slice(0, at)}\r\n${link.slice(at)}`,
  'the end of a sentence': (link) => `${link}.`,
  'pasting it twice': (link) => link + link,
  'escaped signs': (link, at) => `${link.slice(0, at)}%3D${link.slice(at)}`,
  'lower case': (link) => link.toLowerCase(),
};

describe('a link that was changed', () => {
  it.each(Object.entries(injuries))('by %s is refused or means the same', (_name, hurt) => {
    fc.assert(
      fc.property(partialState, fc.nat(), (state, place) => {
        const link = encodeLink(state);
        const at = 4 + (place % (link.length - 4));
        const read = decodeLink(hurt(link, at));
        if (read.ok) expect(read.value).toEqual({ state, dropped: [] });
        else expect(read.problem.text).toMatch(/[.]$/u);
      }),
      runs,
    );
  });

  it('into any text is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeLink(text).ok).toBe(false);
        expect(decodeLink(`w1.${text}`).ok).toBe(false);
        expect(decodeFile(text).ok).toBe(false);
      }),
      runs,
    );
  });

  it('to unpack to very much is refused', () => {
    const code = Buffer.from(deflateSync(new Uint8Array(10_000_000))).toString('base64url');
    expect(decodeLink(`w1.${code}`).ok).toBe(false);
  });
});

describe('the version of a link', () => {
  const code = encodeLink({ answers: {}, pins: {} }).slice('w1.'.length);

  it.each([
    ['w2.', 'newer-version'],
    ['w10.', 'newer-version'],
    ['w0.', 'not-a-link'],
    ['w-1.', 'not-a-link'],
    ['x1.', 'not-a-link'],
    ['', 'not-a-link'],
  ])('%j is told apart', (prefix, problem) => {
    expect(decodeLink(prefix + code)).toMatchObject({ ok: false, problem: { code: problem } });
  });
});

describe('a file', () => {
  it('may begin with a byte order mark', () => {
    const file = `\u{FEFF}${encodeFile({ answers: { availability: 'not-sure' }, pins: {} })}`;
    expect(decodeFile(file)).toMatchObject({ ok: true });
  });

  it.each([
    ['{', 'damaged'],
    ['[[[[[[[[]]]]]]]]', 'damaged'],
    ['"'.padEnd(200_000, 'x'), 'too-large'],
    ['null', 'not-a-state'],
  ])('%.12s is refused', (text, code) => {
    expect(decodeFile(text)).toMatchObject({ ok: false, problem: { code } });
  });
});
