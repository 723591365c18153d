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
import type { Answers } from '../../../src/wizard/model/answers.ts';
import { isListFact } from '../../../src/wizard/model/facts.ts';
import type { FactId } from '../../../src/wizard/model/facts.ts';
import type { WizardState } from '../../../src/wizard/model/solution.ts';
import { anyState, partialState } from './arbitraries.ts';
import { runs } from './runs.ts';

const often = { numRuns: runs(300, 10_000) };
const fuzzed = { numRuns: runs(300, 100_000) };

describe('links and files', () => {
  it('give back the same state, whatever was answered and pinned', () => {
    fc.assert(
      fc.property(partialState, (state) => {
        const expected = { ok: true, value: { state, dropped: [] } };
        expect(decodeLink(encodeLink(state))).toEqual(expected);
        expect(decodeLink(`#${encodeLink(state)}`)).toEqual(expected);
        expect(decodeFile(encodeFile(state))).toEqual(expected);
      }),
      often,
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
      often,
    );
  });

  it('stay within the length that chats and mails carry, as long as nobody types rows', () => {
    fc.assert(
      fc.property(anyState, ({ answers, pins }) => {
        const state = { answers: withoutRows(answers), pins };
        const link = encodeLink(state);
        expect(link).toMatch(/^w1\.[\w-]+$/u);
        expect(link.length).toBeLessThan(linkLimit);
      }),
      often,
    );
  });
});

/** The same answers without what was typed row by row. */
function withoutRows(answers: Answers): Answers {
  const entries = Object.entries(answers).map(([id, answer]) => {
    if (answer === 'not-sure') return [id, answer] as const;
    const facts = Object.entries(answer).filter(([fact]) => !isListFact(fact as FactId));
    return [id, Object.fromEntries(facts)] as const;
  });
  return Object.fromEntries(entries);
}

describe('the longest lists that can be typed', () => {
  const name = (index: number, list: number): string =>
    Array.from({ length: 40 }, (_letter, place) =>
      String.fromCodePoint(0x2_00_00 + (((index * 40 + place) * 7919 + list * 10_007) % 42_000)),
    ).join('');
  const names = (list: number) => Array.from({ length: 12 }, (_row, index) => name(index, list));
  const all = names(0);
  const state: WizardState = {
    answers: {
      parts: {
        capabilities: all.map((each) => ({
          name: each,
          team: 500,
          changes: 'monthly',
          load: 'usual',
          ownRules: true,
          freshness: 'at-once',
        })),
      },
      'across-parts': {
        actions: names(1).map((each, index) => ({
          name: each,
          capabilities: [...all.slice(index), ...all.slice(0, index)],
          branches: true,
          lastsHours: true,
          undoable: false,
        })),
      },
      messages: {
        messages: names(2).map((each, index) => ({
          name: each,
          from: all[index] ?? '',
          to: all.toReversed(),
          needsAnswer: true,
          ordered: true,
          replay: true,
          perSecond: 10_000_000 - index,
        })),
      },
      dependencies: {
        dependencies: names(3).map((each, index) => ({
          name: each,
          availability: '99.95',
          p99Ms: 60_000 - index,
          safeToRepeat: true,
          whenDown: 'queue',
          usedBy: all,
        })),
      },
    },
    pins: {},
  };

  it('come back from a link and from a file', () => {
    const expected = { ok: true, value: { state, dropped: [] } };
    expect(encodeLink(state).length).toBeGreaterThan(linkLimit);
    expect(decodeLink(encodeLink(state))).toEqual(expected);
    expect(decodeFile(encodeFile(state))).toEqual(expected);
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
      fuzzed,
    );
  });

  it('into any text is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeLink(text).ok).toBe(false);
        expect(decodeLink(`w1.${text}`).ok).toBe(false);
        expect(decodeFile(text).ok).toBe(false);
      }),
      fuzzed,
    );
  });

  it('to unpack to very much is refused', () => {
    const code = Buffer.from(deflateSync(new Uint8Array(10_000_000))).toString('base64url');
    expect(decodeLink(`w1.${code}`).ok).toBe(false);
  });
});

describe('a link that was made before rows could be typed', () => {
  const old =
    // cspell:disable-next-line
    'w1.VY_NbsJADITfxeek6h8Hcqvac1Wpx4qDWQ-tpe1utF4SIZR3xwQQcPPYnm_sPQ0opjlR99QQJxtdUrennku9LX4oZpZWdLNBQQqg1eSGULJZe7esQXtOR_3qG_8w41_M03P9CchMzEWcJbRqqIBDzcfo56vnC-UbISehbvHoLEGPJB6uJ17eVlPBO8fo-qW5NN4G1shrjVp31NFy-bCghsY_pI88-qdklSNocmSvaUZZ3XnHJyiDBrRrNj9smg52gpsf';

  it('still opens and means the same', () => {
    const state = {
      answers: {
        parts: { parts: ['load-difference'] },
        'across-parts': { participants: 4 },
        messages: { messageNeeds: ['ordered'], reactors: 2, messagesPerSecond: 50 },
        dependencies: { outsideCalls: 3, outsideAvailability: '99.5', whenDown: 'stale' },
      },
      pins: { style: 'service-based' },
    };
    expect(decodeLink(old)).toEqual({ ok: true, value: { state, dropped: [] } });
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
