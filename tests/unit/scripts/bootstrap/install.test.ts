import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from '../../../../scripts/bootstrap/install.mjs';

type Packages = Readonly<
  Record<string, { readonly version?: string; readonly optional?: boolean }>
>;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'));
  lock({ '': {}, 'node_modules/a': { version: '1.0.0' } });
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function lock(packages: Packages): void {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
}

/** What npm leaves after an install. */
function install(packages: Packages): void {
  for (const path of Object.keys(packages)) mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

test('a fresh clone is not installed', () => {
  expect(isInstalled(root)).toBe(false);
});

test('what the lockfile lists is installed', () => {
  install({ 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(true);
});

test('another version is not', () => {
  install({ 'node_modules/a': { version: '1.0.1' } });
  expect(isInstalled(root)).toBe(false);
});

test('a package that was deleted is not', () => {
  install({ 'node_modules/a': { version: '1.0.0' } });
  rmSync(join(root, 'node_modules/a'), { recursive: true });
  expect(isInstalled(root)).toBe(false);
});

test('an optional package of another platform may be missing', () => {
  lock({
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-win32': { version: '1.0.0', optional: true },
  });
  install({ 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(true);
});
