// @ts-check
/**
 * The rooms of the house and who may import from whom: ARCHITECTURE.md draws it, this enforces it.
 * What else a room may not touch, such as packages and the page, is in eslint.walls.js.
 */
const room = (/** @type {string} */ type, /** @type {string} */ pattern) => ({
  type,
  pattern,
  // From the root of the repository: tests/unit/playground is no room of the playground.
  partialMatch: false,
  stopMatching: true,
});

/** A folder belongs to the first room whose pattern it matches. */
export const rooms = [
  room('lib', 'src/lib'),
  room('ui', 'src/ui'),
  room('catalogue', 'src/catalogue'),
  room('patterns', 'src/patterns'),
  room('search', 'src/search'),
  room('wizard-model', 'src/wizard/model'),
  room('wizard-questions', 'src/wizard/questions'),
  room('wizard-rules', 'src/wizard/rules'),
  room('wizard-solver', 'src/wizard/solver'),
  room('wizard-artefacts', 'src/wizard/artefacts'),
  room('wizard-presets', 'src/wizard/presets'),
  room('wizard-ui', 'src/wizard/ui'),
  room('wizard', 'src/wizard'),
  room('engine-list', 'src/engine-list'),
  room('blueprints', 'src/blueprints'),
  room('mdx', 'src/mdx'),
  room('starlight', 'src/starlight'),
  room('pages', 'src/pages'),
  room('styles', 'src/styles'),
  room('site', 'src'),
  room('lab', 'playground/lab'),
  room('engine', 'playground/engine'),
  room('engines', 'playground/engines/*'),
  room('session', 'playground/session'),
  room('editor', 'playground/editor'),
  room('panels', 'playground/panels'),
  room('element', 'playground/element'),
  // A folder that is new takes nothing until it has a line of its own here.
  room('playground', 'playground'),
  room('example', 'patterns/*/*/example'),
  room('scripts', 'scripts'),
  room('tests', 'tests'),
];

/** Files that may take, or be taken, where the rest of their room may not. */
export const doors = [
  { category: 'ids', pattern: 'src/catalogue/ids.ts' },
  // Both run at build: the browser's part of these rooms never sees the catalogue.
  {
    category: 'search-at-build',
    pattern: ['src/search/{build-index,blueprint-entries}.ts', 'src/search/*.astro'],
  },
  { category: 'wizard-at-build', pattern: 'src/wizard/ui/*.astro' },
  { category: 'engine-loader', pattern: 'playground/engine/load-engine.ts' },
  {
    category: 'engine-at-build',
    pattern: [
      'playground/engines/*/policy.ts',
      'playground/engines/*/support-list.ts',
      'playground/engines/*/packages/table.ts',
      'playground/engines/*/packages/npm-packages.ts',
      'playground/engines/*/packages/pglite/image.ts',
      'playground/engines/*/packages/async-hooks/keep-context.ts',
    ],
  },
];

/** @type {Record<string, string[]>} Room or door → what it may import, beside itself. */
const directions = {
  lib: [],
  ui: ['lib', 'styles'],
  catalogue: ['lib'],
  patterns: ['catalogue', 'lib', 'ui', 'styles', 'lab', 'panels', 'session', 'element', 'engine'],
  search: ['ids', 'lib', 'ui', 'styles'],
  'search-at-build': ['catalogue', 'wizard-presets'],
  'wizard-model': ['ids', 'lib'],
  'wizard-questions': ['wizard-model', 'lib'],
  'wizard-rules': ['wizard-model', 'lib'],
  'wizard-solver': ['wizard-model', 'wizard-rules', 'wizard-questions', 'lib'],
  'wizard-artefacts': ['wizard-model', 'lib'],
  'wizard-presets': ['wizard-model', 'lib'],
  wizard: ['wizard-model', 'wizard-questions', 'lib'],
  'wizard-ui': [
    'wizard',
    'wizard-model',
    'wizard-questions',
    'wizard-rules',
    'wizard-solver',
    'wizard-artefacts',
    'ids',
    'ui',
    'lib',
    'styles',
  ],
  'wizard-at-build': ['catalogue', 'wizard-presets'],
  // All of it runs at build: the wizard's results as pages.
  blueprints: ['catalogue', 'wizard-artefacts', 'wizard-presets', 'wizard-ui', 'lib', 'ui'],
  // All of it runs at build: a page of lists.
  'engine-list': ['engine-at-build', 'ui', 'lib', 'styles'],
  mdx: ['patterns', 'ui', 'element'],
  starlight: ['catalogue', 'ui', 'patterns', 'search', 'styles', 'lib', 'element'],
  pages: [
    'catalogue',
    'patterns',
    'search',
    'wizard',
    'wizard-ui',
    'ui',
    'lib',
    'styles',
    'starlight',
    'mdx',
    'engine-list',
    'blueprints',
    'wizard-presets',
  ],
  styles: [],
  site: ['catalogue'],
  lab: [],
  engine: ['lib', 'lab'],
  'engine-loader': ['engines'],
  engines: ['engine', 'lib', 'lab'],
  session: ['engine', 'lib', 'lab'],
  editor: ['lib'],
  panels: ['engine', 'lab', 'ui', 'lib'],
  element: ['session', 'editor', 'panels', 'engine', 'lab', 'lib', 'ui', 'styles'],
  playground: [],
  example: [],
  scripts: [
    'catalogue',
    'patterns',
    'blueprints',
    'wizard-model',
    'wizard-presets',
    'lib',
    'ui',
    'lab',
    'engine-at-build',
  ],
  tests: rooms.map(({ type }) => type),
};

/** @param {readonly string[]} names of rooms and doors */
function selectorsOf(names) {
  const isDoor = (/** @type {string} */ name) => doors.some(({ category }) => category === name);
  return [
    { element: { types: { anyOf: names.filter((name) => !isDoor(name)) } } },
    { file: { categories: { anyOf: names.filter(isDoor) } } },
  ];
}

export const mayImport = Object.entries(directions).map(([from, to]) => ({
  from: selectorsOf([from]),
  allow: { to: selectorsOf([from, ...to]) },
}));
