// @ts-check
/**
 * The rooms of the house and who may import from whom: ARCHITECTURE.md draws it, this enforces it.
 * A folder belongs to the first room whose pattern it matches.
 */
const room = (/** @type {string} */ type, /** @type {string} */ pattern) => ({ type, pattern });

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
  room('wizard-ui', 'src/wizard/ui'),
  room('wizard', 'src/wizard'),
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
  room('example', 'patterns/*/*/example'),
];

/** @type {Record<string, string[]>} Room → rooms it may import, beside itself. */
const directions = {
  lib: [],
  ui: ['lib', 'styles'],
  catalogue: ['lib'],
  patterns: ['catalogue', 'lib', 'ui', 'styles', 'lab', 'panels', 'element', 'engine'],
  search: ['catalogue', 'lib', 'ui', 'styles'],
  'wizard-model': ['catalogue', 'lib'],
  'wizard-questions': ['wizard-model', 'lib'],
  'wizard-rules': ['wizard-model', 'lib'],
  'wizard-solver': ['wizard-model', 'wizard-rules', 'wizard-questions', 'lib'],
  'wizard-artefacts': ['wizard-model', 'lib'],
  wizard: ['wizard-model', 'wizard-questions', 'lib'],
  'wizard-ui': [
    'wizard',
    'wizard-model',
    'wizard-questions',
    'wizard-rules',
    'wizard-solver',
    'wizard-artefacts',
    'catalogue',
    'ui',
    'lib',
    'styles',
  ],
  mdx: ['patterns', 'ui', 'element'],
  starlight: ['catalogue', 'ui', 'patterns', 'search', 'styles', 'lib'],
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
  ],
  styles: [],
  site: ['catalogue'],
  lab: [],
  engine: ['lib', 'lab'],
  engines: ['engine', 'lib', 'lab'],
  session: ['engine', 'lib', 'lab'],
  editor: ['lib'],
  panels: ['engine', 'lab', 'ui', 'lib'],
  element: ['session', 'editor', 'panels', 'engine', 'lab', 'lib', 'ui'],
  example: [],
};

export const mayImport = Object.entries(directions).map(([from, to]) => ({
  from: { element: { type: from } },
  allow: { to: { element: { types: { anyOf: [from, ...to] } } } },
}));
