// @ts-check
import { defineConfig } from 'html-validate';

export default defineConfig({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Starlight's head ends its elements as XML does; browsers read both forms.
    'void-style': 'off',
    // Starlight's anchor of the page's top begins with an underscore, and files have dots.
    'valid-id': ['error', { relaxed: true }],
    // Code that scrolls is a region with a name, and stays a <pre>.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
});
