// @ts-check
import { defineConfig } from 'html-validate';

export default defineConfig({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Astro and Shiki decide on these; browsers read both forms.
    'no-inline-style': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'attr-quotes': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // A browser's own accessibility tree has them; the rule asks for more than ARIA does.
    'prefer-native-element': ['error', { exclude: ['region', 'status', 'img', 'alert'] }],
    // Anchors are made of file names and headings.
    'valid-id': ['error', { relaxed: true }],
    'require-sri': 'off',
  },
});
