import { javascriptLanguage, typescriptLanguage } from '@codemirror/lang-javascript';
import { jsonLanguage } from '@codemirror/lang-json';
import { LanguageSupport, type Language } from '@codemirror/language';
import type { Extension } from '@codemirror/state';

/** The languages alone: what completes words would weigh half as much again. */
const languages: Readonly<Record<string, Language>> = {
  ts: typescriptLanguage,
  mts: typescriptLanguage,
  cts: typescriptLanguage,
  js: javascriptLanguage,
  mjs: javascriptLanguage,
  cjs: javascriptLanguage,
  json: jsonLanguage,
};

/** What colors a file of this name; nothing for a file without a language. */
export function languageOf(name: string): Extension {
  const language = languages[name.split('.').at(-1) ?? ''];
  return language ? new LanguageSupport(language) : [];
}
