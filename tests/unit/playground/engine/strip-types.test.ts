import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import type { Report } from '../../../../playground/engines/embedded/host/report.ts';
import { stripFile } from '../../../../playground/engines/embedded/host/typescript/strip-file.ts';
import { stripTypes } from '../../../../playground/engines/embedded/host/typescript/strip-types.ts';
import { nodeVersion } from '../../../../playground/engines/embedded/node-version.ts';
import { refusedCases, strippedCases } from './strip-types-cases.ts';

/** Each line without its white space, so that a thing on another line is a difference. */
const dense = (text: string): readonly string[] =>
  text.split('\n').map((line) => line.replaceAll(/\s/g, ''));

const folders = ['patterns', 'playground', 'scripts', 'src', 'tests/unit'];
const sources = globSync(folders.map((folder) => `${folder}/**/*.{ts,mts,cts}`));

test('there are files to compare', () => {
  expect(sources.length).toBeGreaterThan(300);
});

test.each(sources)('%s is stripped as Node strips it', (path) => {
  const text = readFileSync(path, 'utf8');
  const stripped = stripTypes(text);
  expect(dense(stripped)).toEqual(dense(stripTypeScriptTypes(text)));
  expect(stripped.length).toBe(text.length);
});

test.each(strippedCases)('%j is stripped as Node strips it', (text) => {
  expect(stripTypes(text)).toBe(stripTypeScriptTypes(text));
});

test.each(refusedCases)('%j is refused as Node refuses it', (text) => {
  const node = errorOf(() => stripTypeScriptTypes(text));
  expect(errorOf(() => stripTypes(text))).toEqual(node);
  expect(node.code).toBe('ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX');
});

/** Every fourth: each starts a process. */
const reported = refusedCases.filter((_, index) => index % 4 === 0);

test.each(reported)('%j is reported as Node reports it, frames apart', (text) => {
  const whole = `f();\n\t${text}\ng();\n`;
  const args = ['--input-type=module-typescript', '-e', whole];
  const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const node = stderr.replace(/(\n {4}at .*)+/, ' {').replace('[eval]', 'file:///app/a.ts');
  expect(stripFile('a.ts', whole).report?.report).toBe(node);
});

test('characters of several bytes keep their columns', () => {
  expect(stripTypes('let a: "é😀" = 1;')).toBe('let a        = 1;');
});

test('says file, line and column of what does not parse', () => {
  const { report, fault } = refusal('a/b.ts', 'let a: number = 1;\n\tlet b: = 2;\n');
  const message = 'SyntaxError [ERR_INVALID_TYPESCRIPT_SYNTAX]: Unexpected token';
  expect(fault).toEqual({ file: 'a/b.ts', line: 2, column: 9, message });
  expect(report).toBe(
    'file:///app/a/b.ts:2\nlet a: number = 1;\n    let b: = 2;\n           ^\n\n' +
      'SyntaxError [ERR_INVALID_TYPESCRIPT_SYNTAX]: Unexpected token {\n' +
      `  code: 'ERR_INVALID_TYPESCRIPT_SYNTAX'\n}\n\nNode.js ${nodeVersion}\n`,
  );
});

test('marks the first line and the last of what spans several', () => {
  const { report } = refusal('a.ts', 'f();\nenum A {\n  b,\n}\ng();\n');
  expect(report).toContain(
    'a.ts:2\n    f();\n  > enum A {\n      b,\n  > }\n    g();\n\nSyntaxError',
  );
});

function errorOf(run: () => void): { readonly code: unknown; readonly message: string } {
  try {
    run();
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: unknown };
    return { code, message };
  }
  throw new Error('It did not throw.');
}

function refusal(name: string, text: string): Report {
  const { report } = stripFile(name, text);
  if (!report) throw new Error('It was not refused.');
  return report;
}
