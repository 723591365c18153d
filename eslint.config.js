// @ts-check
import boundaries from 'eslint-plugin-boundaries';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { doors, mayImport, rooms } from './eslint.rooms.js';
import { walls } from './eslint.walls.js';

const refusedSyntax = [
  {
    selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
    message: 'Markup from a string lets a text become code: build nodes, or use lit-html.',
  },
  {
    selector: "CallExpression[callee.property.name='insertAdjacentHTML']",
    message: 'Markup from a string lets a text become code: build nodes, or use lit-html.',
  },
  {
    selector: 'TSEnumDeclaration, TSParameterProperty, TSModuleDeclaration[kind="namespace"]',
    message: 'Node strips types and nothing more: use a union, a field, a module.',
  },
];

const everywhere = {
  'no-console': 'off',
  eqeqeq: 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'prefer-const': 'error',
  'no-restricted-syntax': ['error', ...refusedSyntax],
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.astro/',
      '.cache/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
      // Programs as people write them, and as they go wrong: what they print is what counts.
      'tests/engine/conformance/',
    ],
  },
  ...tseslint.configs.strict,
  ...astro.configs['flat/recommended'],
  {
    files: ['**/*.{ts,js,mjs,astro}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': rooms,
      'boundaries/files': doors,
      'boundaries/include': ['src/**', 'playground/**', 'patterns/**', 'scripts/**', 'tests/**'],
    },
    rules: {
      ...everywhere,
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      'boundaries/dependencies': ['error', { default: 'disallow', policies: mayImport }],
    },
  },
  ...walls(refusedSyntax),
  {
    // A module that is only declared cannot import what its types stand in.
    files: ['**/*.d.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    files: ['**/*.{ts,js,mjs}'],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: ['**/*.astro'],
    rules: {
      // Astro frontmatter reads Props through a type alone.
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^Props$' }],
    },
  },
);
