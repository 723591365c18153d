import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled, lockfileHash } from '../../../../scripts/bootstrap/install.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'));
  writeFileSync(join(root, 'package-lock.json'), '{ "lockfileVersion": 3 }');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function stamp(text: string): void {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'node_modules/.installed-lockfile'), text);
}

test('a fresh clone is not installed', () => {
  expect(isInstalled(root)).toBe(false);
});

test('what was installed from this lockfile stays', () => {
  stamp(lockfileHash(root));
  expect(isInstalled(root)).toBe(true);
});

test('another lockfile is installed anew', () => {
  stamp(lockfileHash(root));
  writeFileSync(join(root, 'package-lock.json'), '{ "lockfileVersion": 4 }');
  expect(isInstalled(root)).toBe(false);
});
