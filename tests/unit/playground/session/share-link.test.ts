import { crc32, deflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { pack } from '../../../../src/lib/pack-text.ts';
import { isShareFragment } from '../../../../playground/session/share-fragment.ts';
import {
  decodeShared,
  encodeShared,
  type Shared,
} from '../../../../playground/session/share-link.ts';

const shared: Shared = {
  example: 'resilience/circuit-breaker',
  edits: {
    files: { 'main.ts': "console.log('é 🙂');\n", 'breaker.ts': null, 'lib/new.ts': '' },
    knobs: { OPEN_S: '2', FAILURES: '0.5' },
  },
};

function linkOf(state: Shared): string {
  const encoded = encodeShared(state);
  if (!encoded.ok) throw new Error('too large');
  return encoded.value;
}

const linkWith = (raw: unknown): string => `p1.${pack(JSON.stringify(raw))}`;
const codeOf = (fragment: string): string => {
  const read = decodeShared(fragment);
  return read.ok ? 'ok' : read.problem.code;
};

describe('a link', () => {
  it('gives back the same edits, with and without the #', () => {
    expect(decodeShared(linkOf(shared))).toEqual({ ok: true, value: shared });
    expect(decodeShared(`#${linkOf(shared)}`)).toEqual({ ok: true, value: shared });
    expect(linkOf(shared)).toMatch(/^p1\.[\w-]+$/);
  });

  it('is the same however the edits came to be', () => {
    const { files, knobs } = shared.edits;
    const reversed = {
      files: Object.fromEntries(Object.entries(files).reverse()),
      knobs: Object.fromEntries(Object.entries(knobs).reverse()),
    };
    expect(linkOf({ ...shared, edits: reversed })).toBe(linkOf(shared));
  });

  it('is told from a heading', () => {
    expect(isShareFragment(`#${linkOf(shared)}`)).toBe(true);
    for (const other of ['', '#run-it', '#p1', '#parameters']) {
      expect(isShareFragment(other)).toBe(false);
    }
  });

  it('that would be too large says by how many bytes', () => {
    // Letters by chance, which do not get smaller.
    let seed = 7;
    const random = Array.from({ length: 30_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(33 + (seed % 90));
    }).join('');
    const files = { 'main.ts': random };
    const encoded = encodeShared({ ...shared, edits: { files, knobs: {} } });
    expect(encoded).toMatchObject({ ok: false, problem: { code: 'too-large' } });
    if (!encoded.ok) expect(encoded.problem.tooManyBytes).toBeGreaterThan(1000);
  });
});

describe('of a link from elsewhere', () => {
  it('unknown keys and knobs that are no numbers are dropped', () => {
    const raw = { ...shared, files: {}, other: 1, knobs: { OPEN_S: '3', x: '1', SEED: 'rm' } };
    const read = decodeShared(linkWith(raw));
    const edits = { files: {}, knobs: { OPEN_S: '3' } };
    expect(read).toEqual({ ok: true, value: { example: shared.example, edits } });
  });

  it.each([
    [{ example: '../x', files: {} }],
    [{ files: {} }],
    [{ example: 'a/b', files: { '../main.ts': '' } }],
    [{ example: 'a/b', files: { '/main.ts': '' } }],
    [{ example: 'a/b', files: { 'lab/index.ts': '' } }],
    [{ example: 'a/b', files: { 'main.ts': '', 'Main.ts': '' } }],
    [{ example: 'a/b', files: { 'main.ts': 1 } }],
    [{ example: 'a/b', files: [] }],
    [[]],
    [null],
    ['text'],
  ])('%j is refused', (raw) => {
    expect(codeOf(linkWith(raw))).toBe('damaged');
  });

  it('the version is looked at first', () => {
    expect(codeOf('p2.x')).toBe('newer-version');
    expect(codeOf('p0.x')).toBe('damaged');
    expect(codeOf(`p1.${'x'.repeat(17_000)}`)).toBe('too-large');
  });

  it('one that unpacks to very much is read no further than that, one that nests deep is refused', () => {
    const much = new Uint8Array(8_000_000);
    const deflated = deflateRawSync(much, { level: 9 });
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(much));
    const bomb = `p1.${Buffer.concat([deflated, sum]).toString('base64url')}`;
    expect(bomb.length).toBeLessThan(16_384);
    const steps = vi.spyOn(Inflate.prototype, 'push');
    expect(codeOf(bomb)).toBe('damaged');
    // There would be some thirty steps; the first unpacks to more than there may be.
    expect(steps).toHaveBeenCalledTimes(1);
    steps.mockRestore();
    expect(codeOf(linkWith([[[[[[[[]]]]]]]]))).toBe('damaged');
  });

  it('names of the prototype change nothing', () => {
    const text = '{"example":"a/b","__proto__":{"bad":1},"files":{},"knobs":{"__proto__":"1"}}';
    expect(decodeShared(`p1.${pack(text)}`)).toEqual({
      ok: true,
      value: { example: 'a/b', edits: { files: {}, knobs: {} } },
    });
    expect(codeOf(`p1.${pack('{"example":"a/b","files":{"__proto__":"x"}}')}`)).toBe('damaged');
    expect(Reflect.get({}, 'bad')).toBeUndefined();
  });
});

/** Ways in which a link or what it carries is hurt. */
const letters = fc.constantFrom(...'AZaz09-_.%#{}[]":,\u0000é');
const mutation = fc.record({
  at: fc.nat(),
  cut: fc.nat({ max: 4 }),
  insert: fc.array(letters, { maxLength: 6 }).map((some) => some.join('')),
  inside: fc.boolean(),
});

it('holds against 100,000 mutated links: none throws, pollutes or takes 100 ms', () => {
  const link = linkOf(shared);
  const plain = JSON.stringify({ example: shared.example, ...shared.edits });
  const names = Object.getOwnPropertyNames(Object.prototype).length;
  let slowestMs = 0;
  fc.assert(
    fc.property(mutation, ({ at, cut, insert, inside }) => {
      const source = inside ? plain : link;
      const place = at % source.length;
      const hurt = source.slice(0, place) + insert + source.slice(place + cut);
      const fragment = inside ? `p1.${pack(hurt)}` : hurt;
      // Time of this thread, not of the clock: others use the machine, too.
      const before = process.threadCpuUsage();
      const read = decodeShared(fragment);
      const { user, system } = process.threadCpuUsage(before);
      slowestMs = Math.max(slowestMs, (user + system) / 1000);
      if (read.ok) expect(Object.keys(read.value)).toEqual(['example', 'edits']);
      else expect(read.problem.text).toMatch(/\.$/);
    }),
    { numRuns: 100_000 },
  );
  expect(slowestMs).toBeLessThan(100);
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(names);
}, 120_000);
