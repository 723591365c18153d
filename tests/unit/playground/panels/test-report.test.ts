import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { toMarkup } from '../../../../playground/panels/markup/to-markup.ts';
import { placeOf } from '../../../../playground/panels/tests/test-place.ts';
import {
  countNodes,
  readTestReport,
  type TestNode,
  type TestReport,
} from '../../../../playground/panels/tests/test-report.ts';
import { countsText, testView } from '../../../../playground/panels/tests/test-view.ts';

const program = `
import { describe, it, test } from 'node:test';
import assert from 'node:assert/strict';
describe('outer', () => {
  describe('inner', () => {
    it('passes', () => { console.log('✔ a line of my own'); });
    it('fails', () => { assert.deepEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] }); });
    it.skip('is left out', () => {});
    it('is left out for a reason', { skip: 'no network' }, () => {});
    it.todo('is still to write');
    it('is still to mend', { todo: 'later' }, () => { throw new Error('known'); });
  });
  it('has (a name) in brackets', () => {});
});
test('top', async (t) => {
  await t.test('below', () => { assert.equal(1, 2, 'one is not <b>two</b>'); });
});
test('never ends', { timeout: 5 }, () => new Promise((resolve) => setTimeout(resolve, 200)));
`;

/** What Node itself prints of these tests. */
async function reportOfNode(text: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'test-report-'));
  await writeFile(path.join(folder, 'a.test.mjs'), text);
  const args = ['--test', '--test-reporter=spec', 'a.test.mjs'];
  const env = { PATH: process.env['PATH'], NO_COLOR: '1' };
  try {
    return await new Promise((resolve) => {
      execFile(process.execPath, args, { cwd: folder, env }, (_error, stdout) => resolve(stdout));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const outline = (nodes: readonly TestNode[]): unknown[] =>
  nodes.map(({ name, status, children }) =>
    children.length === 0 ? `${status} ${name}` : [`${status} ${name}`, ...outline(children)],
  );

let report: TestReport;

beforeAll(async () => {
  const read = readTestReport(await reportOfNode(program));
  if (!read) throw new Error('no report was read');
  report = read;
}, 30_000);

describe('the report of tests', () => {
  it('is read as the tree that Node ran', () => {
    expect(outline(report.tree)).toEqual([
      [
        'failed outer',
        [
          'failed inner',
          'passed passes',
          'failed fails',
          'skipped is left out',
          'skipped is left out for a reason',
          'todo is still to write',
          'todo is still to mend',
        ],
        'passed has (a name) in brackets',
      ],
      ['failed top', 'failed below'],
      'failed never ends',
    ]);
  });

  it('keeps its own counts, and the reasons', () => {
    expect(countsText(report.counts)).toBe(
      '2 passed, 3 failed, 1 cancelled, 2 skipped, 2 to do of 10',
    );
    const inner = report.tree[0]?.children[0]?.children ?? [];
    expect(inner.map(({ remark }) => remark)).toEqual([
      undefined,
      undefined,
      undefined,
      'no network',
      undefined,
      'later',
    ]);
  });

  it('has each failure with message, difference and place', () => {
    const [fails, , below] = report.failures;
    expect(fails?.message).toContain('Expected values to be strictly deep-equal');
    expect(fails?.message).toContain('+     2\n-     3');
    expect(fails?.message).not.toContain('at TestContext');
    expect(placeOf(fails as NonNullable<typeof fails>, ['a.test.mjs'])).toEqual({
      file: 'a.test.mjs',
      line: 7,
      column: 32,
    });
    expect(below?.message).toContain('one is not <b>two</b>\n\n1 !== 2');
  });

  it('is none where the run was stopped before its end', () => {
    expect(readTestReport('▶ outer\n  ✔ passes (1ms)\n')).toBeUndefined();
    expect(readTestReport('')).toBeUndefined();
  });

  it('has no tests', () => {
    const empty = readTestReport('ℹ tests 0\nℹ pass 0\nℹ fail 0\n');
    expect(empty?.tree).toEqual([]);
  });
});

describe('the place of a failure', () => {
  it('is the first line of the stack in a file of the example', () => {
    const stack = [
      '    at assert (node:internal/assert:1:2)',
      '    at help (file:///home/xyz/lab/clock.ts:9:9)',
      '    at TestContext.<anonymous> (file:///home/xyz/breaker.test.ts:12:5)',
    ].join('\n');
    const files = ['breaker.ts', 'breaker.test.ts'];
    const declaredAt = 'breaker.test.ts:10:1';
    expect(placeOf({ stack, declaredAt }, files)).toMatchObject({ line: 12, column: 5 });
    expect(placeOf({ stack: '', declaredAt }, files)).toMatchObject({ line: 10 });
    expect(placeOf({ stack: '', declaredAt: 'other.ts:1:1' }, files)).toBeUndefined();
  });
});

describe('the view of tests', () => {
  const markup = (): string => toMarkup(testView(report, ['a.test.mjs']));

  it('says each status in a word, keeps durations small, links the line', () => {
    expect(markup()).toContain('<span class="vh">passed: </span>passes');
    expect(markup()).toContain('<span class="vh">todo: </span>is still to mend');
    expect(markup()).toMatch(/<button [^>]*data-line="7"[^>]*>a\.test\.mjs:7<\/button>/);
    expect(markup()).toContain('<span class="actual">+     2</span>');
    expect(markup()).not.toContain('the output has the whole report');
  });

  it('takes names and messages for text', () => {
    expect(markup()).toContain('one is not &lt;b&gt;two&lt;/b&gt;');
  });

  it('says where it does not show all', () => {
    const counts = { ...report.counts, tests: 99 };
    expect(toMarkup(testView({ ...report, counts }, []))).toContain(
      'Shown are 12 of 101 tests and suites',
    );
  });
});

it('has as many tests and suites as it counted', () => {
  expect(countNodes(report.tree)).toBe(report.counts.tests + report.counts.suites);
});
