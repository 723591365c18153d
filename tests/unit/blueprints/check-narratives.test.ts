/** A narrative that a page cannot show as agreed stops the build, with file and what to do. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { narrativeProblems } from '../../../src/blueprints/check-narratives.ts';
import { formatProblem } from '../../../src/catalogue/load/problem.ts';
import type { Preset } from '../../../src/wizard/presets/preset.ts';

const preset: Preset = {
  slug: 'shop',
  title: 'A shop',
  request: 'Build a shop.',
  state: { answers: {}, pins: {} },
};
const whole = `---
title: A shop
description: One.
---

## Context

## Three decisions that matter

### One

### Two

### Three

## What a reviewer would challenge

## How it grows

## How it fails
`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'narratives-'));
  mkdirSync(join(root, 'content/blueprints'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function problems(name: string, text: string): string[] {
  writeFileSync(join(root, 'content/blueprints', name), text);
  return narrativeProblems(root, [preset]).map(formatProblem);
}

test('a whole narrative has no problem', () => {
  expect(problems('shop.md', whole)).toEqual([]);
});

test('a narrative that is missing, and one that belongs to no preset, are both named', () => {
  const [missing, stray] = problems('shops.md', whole);
  expect(missing).toMatch(
    /^content\/blueprints\/shop\.md:1 {2}is missing\n {4}Write the narrative/,
  );
  expect(stray).toMatch(/^content\/blueprints\/shops\.md:1 {2}belongs to no preset\n.*shop/);
});

test.each([
  ['## How it grows', '## How it grew', 'has the heading "How it grew"'],
  ['\n## How it fails\n', '', 'lacks the heading "How it fails" at its end'],
  ['### Two\n', '', 'has 2 level-3 headings under "Three decisions that matter"'],
  ['title: A shop', 'title: A stall', 'has the title "A stall"'],
])('with %j turned into %j it says so', (before, after, said) => {
  const found = problems('shop.md', whole.replace(before, after));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(said);
});
