/** The import directions of ARCHITECTURE.md hold: each crossing is linted as if somebody wrote it. */
import { expect, test } from 'vitest';
import { crossings } from '../crossings.ts';

const example = 'patterns/resilience-and-fault-tolerance/circuit-breaker/example/new.ts';

test.each([
  ['a rule that reads the page', 'src/wizard/rules/new.ts', 'export const x = document.title;'],
  ['a model that reads the address', 'src/wizard/model/new.ts', 'export const x = location.hash;'],
  ['a model that reads the window', 'src/wizard/model/new.ts', 'export const x = window.name;'],
  ['a solver that asks by the global object', 'src/wizard/solver/new.ts', 'globalThis.document;'],
  ['an artefact that renders', 'src/wizard/artefacts/new.ts', "import { html } from 'lit-html';"],
  ['the lab that reads the page', 'playground/lab/new.ts', 'export const x = document.title;'],
  ['an example with a package', example, "import express from 'express';"],
  ['an example that leaves its folder', example, "import '../../../../scripts/serve.ts';"],
  ['an example that leaves through its folder', example, "import './../index.ts';"],
  ['an example with the lab by path', example, "import '../../../../playground/lab/index.ts';"],
  ['an example that leaves late', example, "await import('../../../../scripts/serve.ts');"],
  ['an example that re-exports', example, "export * from 'express';"],
  ['lib with scripts', 'src/lib/new.ts', "import '../../scripts/serve.ts';"],
  ['lib with tests', 'src/lib/new.ts', "import '../../tests/e2e/fixtures.ts';"],
  ['lib with the catalogue', 'src/lib/new.ts', "import '../catalogue/ids.ts';"],
  [
    'a new folder of the playground with an engine',
    'playground/newroom/new.ts',
    "import '../engines/embedded/embedded-engine.ts';",
  ],
  [
    'a new folder of the playground with the wizard',
    'playground/newroom/new.ts',
    "import '../../src/wizard/share.ts';",
  ],
  [
    'a new folder of src with the lab',
    'src/newroom/new.ts',
    "import '../../playground/lab/knob.ts';",
  ],
  ['zod in the wizard', 'src/wizard/ui/new.ts', "import { z } from 'astro/zod';"],
  ['zod in a panel', 'playground/panels/new.ts', "import { z } from 'zod';"],
  [
    'the search box with the reader of the catalogue',
    'src/search/new.ts',
    "import { readLibrary } from '../catalogue/load/library.ts';",
  ],
  [
    'the search box with a query of the catalogue',
    'src/search/new.ts',
    "import { getLibrary } from '../catalogue/query.ts';",
  ],
  [
    'the wizard in the browser with a schema',
    'src/wizard/ui/new.ts',
    "import { bands } from '../../catalogue/schema/vocabulary.ts';",
  ],
  [
    'a script with an engine',
    'scripts/new.ts',
    "import '../playground/engines/embedded/embedded-engine.ts';",
  ],
  [
    'a static import of an engine where engines load',
    'playground/engine/load-engine.ts',
    "import { createEmbeddedEngine } from '../engines/embedded/embedded-engine.ts';",
  ],
  [
    'a panel with an engine on demand',
    'playground/panels/new.ts',
    "await import('../engines/embedded/embedded-engine.ts');",
  ],
  ['the panels with the wizard', 'playground/panels/new.ts', "import '../../src/wizard/share.ts';"],
  [
    'the wizard with the playground',
    'src/wizard/ui/new.ts',
    "import '../../../playground/engine/errors.ts';",
  ],
  ['artefacts with rules', 'src/wizard/artefacts/new.ts', "import '../rules/rule.ts';"],
])('refuses %s', async (_, file, code) => {
  expect(await crossings(file, code)).not.toEqual([]);
});

test.each([
  [
    'an example: its folder, Node, the lab and packages that the engine brings',
    example,
    "import './a.ts'; import 'node:fs'; import '#lab'; import 'graphql'; import 'hono/cors'; import '@electric-sql/pglite';",
  ],
  [
    'the wizard in the browser: the types of ids',
    'src/wizard/ui/new.ts',
    "import type { CapabilityId } from '../../catalogue/ids.ts'; export type A = CapabilityId;",
  ],
  [
    'the search index, at build: the catalogue',
    'src/search/build-index.ts',
    "import '../catalogue/query.ts';",
  ],
  [
    'the policies, at build: what an engine needs of a page',
    'scripts/build/page-kinds.ts',
    "import '../../playground/engines/embedded/policy.ts';",
  ],
  [
    'the loader of engines: an engine, on demand',
    'playground/engine/load-engine.ts',
    "export const e = import('../engines/embedded/embedded-engine.ts');",
  ],
  ['a test: anything', 'tests/unit/new.test.ts', "import '../../scripts/serve.ts';"],
])('lets pass %s', async (_, file, code) => {
  expect(await crossings(file, code)).toEqual([]);
});
