import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zip } from '../../../src/lib/zip.ts';
import { decisionIds, decisions } from '../../../src/wizard/model/decisions.ts';
import { madeStates } from './artefact-cases.ts';

const records = madeStates.flatMap(({ files }) =>
  files.filter(({ checkedBy }) => checkedBy === 'section check').map(({ text }) => text),
);

const named = (path: string) =>
  madeStates.map((made) => ({
    ...made,
    text: made.files.find((file) => file.path === path)?.text ?? '',
  }));

describe('the records, which files.test.ts checks by their sections', () => {
  it('are one for each decision', () => {
    const numbers = decisionIds.map((id) => String(decisions[id].number).padStart(4, '0'));
    for (const { files } of madeStates) {
      const names = files
        .filter(({ checkedBy }) => checkedBy === 'section check')
        .map(({ path }) => /^adr\/(\d{4})-/u.exec(path)?.[1]);
      expect(names).toEqual(numbers);
    }
  });

  it('say what is good without repeating what it is, and link pages by title and full address', () => {
    for (const text of records) {
      const [, good = ''] = /^- Good: ([A-Z].+\.)$/mu.exec(text) ?? [];
      expect(good).not.toBe('');
      expect(text.split(good)).toHaveLength(2);
      expect(text).toMatch(/^- Pattern: \[[^\]]+\]\(https:\/\/[^)]+\/\)$/mu);
    }
  });

  it('name parts as a reader knows them, and leave nothing open', () => {
    for (const text of records) {
      expect(text).not.toMatch(/\| (?:edge|db|service-[a-z]) →|→ (?:db|service-[a-z])/u);
    }
  });
});

describe('the page to begin with', () => {
  it('leads to every record and says what each answer is about', () => {
    for (const { text, files } of named('README.md')) {
      const links = [...text.matchAll(/\]\((adr\/[^)]+)\)/gu)].map(([, path]) => path);
      const paths = files.map(({ path }) => path).filter((path) => path.startsWith('adr/'));
      expect(links).toEqual(paths);
      expect(text).toMatch(/^- Availability: 99/mu);
      expect(text).not.toMatch(/undefined|\[object|NaN|[{}]/u);
    }
  });
});

describe('the zip', () => {
  it('unpacks to the same files and is the same bytes every time', () => {
    for (const { files } of madeStates.slice(0, 40)) {
      const packed = zip(files);
      const entries = Object.entries(unzipSync(packed));
      expect(entries.map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual(
        files.map(({ path, text }) => [path, text]),
      );
      expect(Buffer.compare(zip(files.toReversed()), packed)).toBe(0);
    }
  });

  it.each(['/etc/passwd', '../up.md', 'a//b', 'a/../b', 'C:\\x', '', 'a b.md'])(
    'refuses the path %j',
    (path) => {
      expect(() => zip([{ path, text: '' }])).toThrow('is not allowed');
    },
  );

  it('refuses a path that occurs twice', () => {
    const twice = ['1', '2'].map((text) => ({ path: 'a.md', text }));
    expect(() => zip(twice)).toThrow('twice');
  });
});
