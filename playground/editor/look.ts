import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Extension } from '@codemirror/state';

/** The four kinds of token that the page's code has, in the page's own colors for both themes. */
const colors = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.bool, tags.null, tags.self, tags.standard(tags.typeName)],
    color: 'var(--accent)',
  },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--ok)' },
  { tag: tags.number, color: 'var(--warn)' },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
]);

const surface = EditorView.theme({
  '&': {
    flex: '1 1 0',
    minHeight: '0',
    containerType: 'inline-size',
    color: 'var(--ink)',
    fontSize: 'var(--t-small)',
  },
  '&.cm-focused': { outline: 'var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { padding: 'var(--s-3) 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 var(--s-4) 0 var(--s-2)' },
  '.cm-gutters': {
    backgroundColor: 'var(--paper-2)',
    color: 'var(--ink-3)',
    borderRight: 'var(--hair)',
  },
  '.cm-fault-line': { backgroundColor: 'var(--fail-wash)' },
  '.cm-fault': { textDecoration: 'underline wavy var(--fail)', textUnderlineOffset: '3px' },
  '.cm-gutterElement.cm-fault-number': { color: 'var(--fail)', fontWeight: 'var(--w-strong)' },
  '.cm-fault-number::before': { content: '"×"' },
  '.cm-fault-text': {
    padding: 'var(--s-1) var(--s-4) var(--s-1) var(--s-2)',
    borderBottom: '1px solid var(--fail)',
    backgroundColor: 'var(--fail-wash)',
    color: 'var(--fail)',
    fontFamily: 'var(--sans)',
    whiteSpace: 'normal',
    position: 'sticky',
    left: '0',
    maxWidth: 'calc(100cqi - 2rem)',
    overflowWrap: 'anywhere',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-wash)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--fail-wash)' },
});

export const look: Extension = [surface, syntaxHighlighting(colors)];
