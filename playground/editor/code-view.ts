import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { languageOf } from './languages.ts';
import { look } from './look.ts';

/** What happens in the view. */
export interface CodeViewEvents {
  change(name: string, text: string): void;
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
  }

  /** Replaces what is shown; every other file is taken anew when it is shown next. */
  showAnew(name: string, text: string): void {
    this.#states.clear();
    this.#name = '';
    this.show(name, text);
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
        Prec.highest(
          keymap.of([
            // The block runs on this key; it must not make a line as well.
            { key: 'Mod-Enter', run: () => true },
            { key: 'Escape', run: () => this.#letTabLeave(true) },
          ]),
        ),
        keymap.of([indentWithTab, ...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': `${name}, editor`, tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (!docChanged) return;
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
