import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  GutterMarker,
  gutterLineClass,
  keymap,
  WidgetType,
  type DecorationSet,
} from '@codemirror/view';
import { RangeSet } from '@codemirror/state';

/** What is wrong in a file, and where. */
export interface Mark {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column?: number;
  readonly message: string;
}

/** A mark in a text: it moves with its line, and goes when that changes. */
interface Placed {
  /** Where its line begins and ends, and what is at fault in it. */
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** Puts the one mark of a file into its text, or takes it out. */
export const setMark = StateEffect.define<Mark | undefined>();

const textId = 'fault-text';

class MessageBelow extends WidgetType {
  readonly #message: string;

  constructor(message: string) {
    super();
    this.#message = message;
  }

  override eq(other: MessageBelow): boolean {
    return other.#message === this.#message;
  }

  override toDOM(): HTMLElement {
    const below = document.createElement('div');
    below.className = 'cm-fault-text';
    below.id = textId;
    below.textContent = `× ${this.#message}`;
    return below;
  }
}

class InGutter extends GutterMarker {
  override elementClass = 'cm-fault-number';
}
const inGutter = new InGutter();

const field = StateField.define<Placed | undefined>({
  create: () => undefined,
  update: (placed, { effects, changes, docChanged, state, startState }) => {
    const set = effects.find((effect) => effect.is(setMark));
    if (set) return set.value && place(state, set.value);
    if (!placed || !docChanged) return placed;
    const line = startState.doc.lineAt(placed.lineStart);
    if (changes.touchesRange(line.from, line.to)) return undefined;
    // What changed is another line, so all four move alike.
    const by = changes.mapPos(placed.lineStart, 1) - placed.lineStart;
    return {
      lineStart: placed.lineStart + by,
      lineEnd: placed.lineEnd + by,
      from: placed.from + by,
      to: placed.to + by,
      message: placed.message,
    };
  },
  provide: (self) => [
    EditorView.decorations.from(self, decorate),
    gutterLineClass.from(self, (placed) =>
      placed ? RangeSet.of(inGutter.range(placed.lineStart)) : RangeSet.empty,
    ),
    EditorView.contentAttributes.from(self, (placed) =>
      placed ? { 'aria-invalid': 'true', 'aria-describedby': textId } : {},
    ),
  ],
});

/** The mark, and F8 to go to it. */
export const faultMark: Extension = [
  field,
  keymap.of([{ key: 'F8', run: (view) => goToMark(view) }]),
];

export function isMarked(state: EditorState): boolean {
  return state.field(field, false) !== undefined;
}

function goToMark(view: EditorView): boolean {
  const placed = view.state.field(field, false);
  if (!placed) return false;
  view.dispatch({ selection: { anchor: placed.from }, scrollIntoView: true });
  return true;
}

/** @returns where a line and a column are, as near as the text has them */
export function indexOf({ doc }: EditorState, { line, column = 1 }: Omit<Mark, 'message'>): number {
  const { from, to } = doc.line(Math.min(Math.max(1, line), doc.lines));
  return Math.min(from + column - 1, to);
}

function place(state: EditorState, mark: Mark): Placed {
  const from = indexOf(state, mark);
  const line = state.doc.lineAt(from);
  const word = /^(?:[\w$]+|\S)/.exec(line.text.slice(from - line.from))?.[0].length ?? 0;
  const { from: lineStart, to: lineEnd } = line;
  return { lineStart, lineEnd, from, to: from + word, message: mark.message };
}

function decorate(placed: Placed | undefined): DecorationSet {
  if (!placed) return Decoration.none;
  const { lineStart, lineEnd, from, to, message } = placed;
  const below = Decoration.widget({ widget: new MessageBelow(message), block: true, side: 1 });
  return Decoration.set(
    [
      Decoration.line({ class: 'cm-fault-line' }).range(lineStart),
      ...(to > from ? [Decoration.mark({ class: 'cm-fault' }).range(from, to)] : []),
      below.range(lineEnd),
    ],
    true,
  );
}
