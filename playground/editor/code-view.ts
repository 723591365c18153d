import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { faultMark, indexOf, isMarked, setMark, type Mark } from './fault-mark.ts';
import { languageOf } from './languages.ts';
import { look } from './look.ts';

/** What happens in the view. */
export interface CodeViewEvents {
  change(name: string, text: string): void;
  /** The line of the mark was changed, and the mark is gone. */
  unmarked(): void;
  /** Tab goes on to the next control from now on, or indents again. */
  tabMode(movesFocus: boolean): void;
}

/**
 * A text field for code. It lives in a shadow root, because the page's policy allows no style
 * elements and only there CodeMirror adopts sheets instead. Each file has an undo history of its own.
 */
export class CodeView {
  readonly #view: EditorView;
  readonly #events: CodeViewEvents;
  readonly #states = new Map<string, EditorState>();
  #waiting: { readonly name: string; readonly mark: Mark } | undefined;
  #name = '';

  constructor(host: HTMLElement, events: CodeViewEvents) {
    const root = host.attachShadow({ mode: 'open' });
    this.#events = events;
    this.#view = new EditorView({ root, parent: root });
  }

  /** Shows a file: as it was left, or with this text where it was not open yet. */
  show(name: string, text: string): void {
    if (this.#name !== '') this.#states.set(this.#name, this.#view.state);
    this.#name = name;
    this.#view.setState(this.#states.get(name) ?? this.#stateOf(name, text));
    this.#states.delete(name);
    const waiting = this.#waiting;
    if (waiting?.name === name) this.mark(name, waiting.mark);
  }

  /** Replaces what is shown; every other file is taken anew when it is shown next. */
  showAnew(name: string, text: string): void {
    this.#states.clear();
    this.replace(name, text);
  }

  /** Shows a file with another text and no past. */
  replace(name: string, text: string): void {
    this.#states.delete(name);
    this.#name = '';
    this.show(name, text);
  }

  /** Drops a file that is not shown: it is taken anew when it is shown next. */
  forget(name: string): void {
    this.#states.delete(name);
  }

  /** Marks a place in a file, open or not; there is one mark at a time. */
  mark(name: string, mark: Mark): void {
    this.unmark();
    const state = this.#states.get(name);
    if (name === this.#name) this.#view.dispatch({ effects: setMark.of(mark) });
    else if (state) this.#states.set(name, state.update({ effects: setMark.of(mark) }).state);
    else this.#waiting = { name, mark };
  }

  unmark(): void {
    this.#waiting = undefined;
    const effects = setMark.of(undefined);
    for (const [name, state] of this.#states) {
      if (isMarked(state)) this.#states.set(name, state.update({ effects }).state);
    }
    if (isMarked(this.#view.state)) this.#view.dispatch({ effects });
  }

  /** Puts the cursor into the file that is shown. */
  goTo(place: Omit<Mark, 'message'>): void {
    const anchor = indexOf(this.#view.state, place);
    const effects = EditorView.scrollIntoView(anchor, { y: 'center' });
    this.#view.dispatch({ selection: { anchor }, effects });
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }

  focus(): void {
    this.#view.focus();
  }

  #stateOf(name: string, text: string): EditorState {
    return EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        indentOnInput(),
        bracketMatching(),
        languageOf(name),
        look,
        faultMark,
        Prec.highest(
          keymap.of([
            // The block runs on this key; it must not make a line as well.
            { key: 'Mod-Enter', run: () => true },
            { key: 'Escape', run: () => this.#letTabLeave(true) },
          ]),
        ),
        keymap.of([indentWithTab, ...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({
          ...{ 'aria-label': `${name}, editor`, tabindex: '0' },
          // A phone's keyboard must not write prose here.
          ...{ autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' },
        }),
        EditorView.updateListener.of(({ docChanged, state, startState }) => {
          if (!docChanged) return;
          if (isMarked(startState) && !isMarked(state)) this.#events.unmarked();
          this.#letTabLeave(false);
          this.#events.change(name, state.doc.toString());
        }),
      ],
    });
  }

  #letTabLeave(movesFocus: boolean): boolean {
    this.#view.setTabFocusMode(movesFocus);
    this.#events.tabMode(movesFocus);
    return true;
  }
}
