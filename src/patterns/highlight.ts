import { createHighlighterCore, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import { tag, type Branch } from '../../playground/panels/markup/tree.ts';

/** The four kinds of token that get a color, and the class each gets in the page. */
const kinds = [
  {
    class: 'k',
    marker: '#000001',
    scopes: [
      'keyword',
      'storage',
      'constant.language',
      'variable.language',
      'support.type.primitive',
      'support.type.builtin',
      'entity.name.tag.yaml',
    ],
  },
  { class: 's', marker: '#000002', scopes: ['string'] },
  { class: 'm', marker: '#000003', scopes: ['constant.numeric'] },
  { class: 'c', marker: '#000004', scopes: ['comment', 'punctuation.definition.comment'] },
] as const;

const plainMarker = '#000000';

/** What a broader scope above would color by mistake. */
const plainScopes = [
  'keyword.operator.arithmetic',
  'keyword.operator.assignment',
  'keyword.operator.bitwise',
  'keyword.operator.comparison',
  'keyword.operator.decrement',
  'keyword.operator.increment',
  'keyword.operator.logical',
  'keyword.operator.optional',
  'keyword.operator.relational',
  'keyword.operator.rest',
  'keyword.operator.spread',
  'keyword.operator.ternary',
  'keyword.operator.type',
  'keyword.operator.definiteassignment',
  'storage.type.function.arrow',
  'meta.template.expression',
  'punctuation.definition.template-expression',
];

/** A theme whose colors are only markers: the page's own tokens color the classes. */
const theme: ThemeRegistrationRaw = {
  name: 'kinds',
  type: 'light',
  settings: [
    { settings: { foreground: plainMarker, background: '#ffffff' } },
    ...kinds.map(({ scopes, marker }) => ({
      scope: [...scopes],
      settings: { foreground: marker },
    })),
    { scope: plainScopes, settings: { foreground: plainMarker } },
  ],
};

const classOf = new Map<string | undefined, string>(kinds.map((kind) => [kind.marker, kind.class]));

const highlighter = createHighlighterCore({
  themes: [theme],
  langs: [bundledLanguages.typescript, bundledLanguages.yaml, bundledLanguages.proto],
  engine: createJavaScriptRegexEngine(),
});

/** @returns the language of a file of an example, by its name */
export function languageOf(name: string): Language {
  if (name.endsWith('.yaml')) return 'yaml';
  return name.endsWith('.proto') ? 'proto' : 'typescript';
}

type Language = 'typescript' | 'yaml' | 'proto';

/**
 * Code with its keywords, strings, numbers and comments wrapped in `<span class="k|s|m|c">`;
 * its text content is the code, character for character.
 */
export async function highlight(code: string, lang: Language): Promise<readonly Branch[]> {
  const { tokens } = (await highlighter).codeToTokens(code, {
    lang,
    theme: 'kinds',
    // A busy machine must not change the page: by default a slow line is left without colors.
    tokenizeTimeLimit: 0,
  });
  const pieces = tokens.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ text: '\n', kind: undefined }]),
    ...line.map(({ content, color }) => ({ text: content, kind: classOf.get(color) })),
  ]);
  return mergeEqual(pieces).map(({ text, kind }) =>
    kind === undefined ? text : tag('span', { class: kind }, text),
  );
}

interface Piece {
  readonly text: string;
  readonly kind: string | undefined;
}

/** Joins neighbors of one kind, across white space too, for fewer bytes. */
function mergeEqual(pieces: readonly Piece[]): readonly Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    const blank = piece.text.trim() === '';
    if (last && (last.kind === piece.kind || (blank && !piece.text.includes('\n')))) {
      merged[merged.length - 1] = { text: last.text + piece.text, kind: last.kind };
    } else merged.push(piece);
  }
  return merged;
}
