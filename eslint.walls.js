// @ts-check
import { offeredPackages } from './playground/engines/embedded/packages/choose.ts';
import { packageEntries } from './playground/engines/embedded/packages/table.ts';

/**
 * What a room may not take from outside the house: packages, and what a browser has. Directions
 * between rooms are in eslint.rooms.js.
 */

/** Files that run in Node, in a worker and in a page alike, so they know nothing of a page. */
const pure = [
  'src/wizard/{model,questions,rules,solver,artefacts}/**/*.ts',
  'src/wizard/*.ts',
  'playground/lab/**/*.ts',
];

const pageGlobals = [
  'document',
  'window',
  'self',
  'parent',
  'top',
  'frames',
  'location',
  'history',
  'navigator',
  'screen',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'customElements',
  'fetch',
  'XMLHttpRequest',
  'requestAnimationFrame',
  'matchMedia',
  'getComputedStyle',
  'alert',
  'confirm',
  'prompt',
  'DOMParser',
  'MutationObserver',
  'Element',
  'HTMLElement',
  'Node',
  'Event',
  'CustomEvent',
];

const onPage = 'This file also runs where there is no page: hand it the value it needs.';

/** Packages that the engine brings, so that an example with them runs everywhere. */
const curated = offeredPackages(packageEntries).join('|');

const bans = {
  zod: {
    regex: '(^|/)zod($|/)',
    message: 'Zod is 22 kB in a browser: validate at build, in src/catalogue/schema.',
  },
  markup: { regex: '^lit-html($|/)', message: 'Views are made in src/wizard/ui.' },
  engines: {
    regex: '/engines/',
    message: 'An engine loads on demand: import() it in this file, and nowhere else.',
  },
  notForExamples: {
    regex: `^(?!\\./[^/]+$|node:|(${curated})($|/))`,
    message:
      'An example imports ./files beside it, node: modules, #lab and packages that the engine has.',
  },
};

/** @param {(keyof typeof bans)[]} names */
const without = (...names) => ({
  'no-restricted-imports': ['error', { patterns: names.map((name) => bans[name]) }],
});

/**
 * The walls, for the linter's list of configurations: of two that meet in a file, the later one
 * counts, so it repeats what the earlier one says.
 *
 * @param {readonly unknown[]} syntax what every file may not write, as `no-restricted-syntax` has it
 */
export const walls = (syntax) => [
  {
    files: ['{src,playground}/**/*.{ts,astro}'],
    ignores: ['src/catalogue/**', 'src/content.config.ts', 'src/patterns/example-schema.ts'],
    rules: without('zod'),
  },
  {
    files: pure,
    rules: {
      ...without('zod', 'markup'),
      'no-restricted-globals': [
        'error',
        {
          globals: pageGlobals.map((name) => ({ name, message: onPage })),
          checkGlobalObject: true,
        },
      ],
    },
  },
  { files: ['playground/engine/load-engine.ts'], rules: without('zod', 'engines') },
  {
    files: ['patterns/*/*/example/*.ts'],
    rules: {
      ...without('notForExamples'),
      'no-restricted-syntax': [
        'error',
        ...syntax,
        {
          selector: `ImportExpression > Literal[value=/${bans.notForExamples.regex.replaceAll('/', '\\/')}/]`,
          message: bans.notForExamples.message,
        },
      ],
    },
  },
];
