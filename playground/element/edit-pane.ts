import { html, nothing, render, type TemplateResult } from 'lit-html';
import { CodeView } from '../editor/code-view.ts';
import type { Fault } from '../engine/contract.ts';
import { visibleText } from '../panels/visible-text.ts';
import type { Kept } from '../session/drafts.ts';
import type { EditedExample } from '../session/edited-example.ts';
import { actButton, editFoot, type EditAct } from './edit-foot.ts';
import { editTabs } from './edit-tabs.ts';
import { nameOfPlace } from './fault-place.ts';
import { FileNaming, type NamedFile } from './file-naming.ts';

/** What the pane asks of the block around it. */
export interface PaneEvents {
  /** A file is another than before. */
  changed(): void;
  keep(): Kept;
  download(): void;
  share(): void;
}

/** After the last change, so that typing is not held up. */
const keepAfterMs = 300;

const keptTexts: Readonly<Record<Kept, string>> = {
  kept: 'Kept in this browser.',
  'no-storage': 'This browser keeps nothing here: download your edits, a reload loses them.',
  'too-large': 'Too much to keep in this browser: download your edits, a reload loses them.',
};
const otherTab =
  'Another tab edits this example, too. What is kept is of the tab that changed something last.';
const tabLeaves = 'Tab now leaves the editor, until you type.';

/** The editor of a run block: its files as tabs, one of them open, and what can be done with edits. */
export class EditPane {
  readonly element = document.createElement('section');
  readonly #edited: EditedExample;
  readonly #events: PaneEvents;
  readonly #code = document.createElement('div');
  readonly #view: CodeView;
  readonly #closing = new AbortController();
  readonly #naming: FileNaming = new FileNaming({
    element: this.element,
    names: () => this.#names(),
    open: () => this.#open,
    render: () => this.#render(),
    take: (file, name) => this.#take(file, name),
    leave: (file) => {
      this.#render();
      this.#button(file === 'new' ? 'add' : 'rename').focus();
    },
  });
  #open: string;
  #status = '';
  #fault: Fault | undefined;
  #keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(edited: EditedExample, events: PaneEvents) {
    this.#edited = edited;
    this.#events = events;
    this.#open = this.#names()[0] ?? edited.current.entry;
    this.element.className = 'code edit-pane';
    this.element.setAttribute('aria-label', 'Editor');
    this.element.addEventListener('keydown', keepKeys);
    this.#code.className = 'edit-code';
    this.#view = new CodeView(this.#code, {
      change: (name, text) => this.#change(name, text),
      unmarked: () => (this.#fault = undefined),
      tabMode: (movesFocus) => this.#say(movesFocus ? tabLeaves : ''),
    });
    this.#view.show(this.#open, edited.textOf(this.#open));
    const { signal } = this.#closing;
    addEventListener('pagehide', () => this.#keep(), { signal });
    const onStorage = (event: StorageEvent): void => {
      if (edited.isReplacedBy(event)) this.#say(otherTab);
    };
    addEventListener('storage', onStorage, { signal });
    this.#render();
  }

  focus(): void {
    this.#view.focus();
  }

  /** Opens a file that there is, such as one that was edited. */
  show(name: string): void {
    if (this.#names().includes(name)) this.#show(name);
  }

  /** Marks what a run stumbled over; without it, takes the mark away. */
  mark(fault: Fault | undefined): void {
    const known = fault && this.#names().includes(fault.file) ? fault : undefined;
    this.#fault = known;
    if (known) this.#view.mark(known.file, { ...known, message: visibleText(known.message) });
    else this.#view.unmark();
    this.#render();
  }

  goTo(fault: Fault): void {
    if (!this.#names().includes(fault.file)) return;
    this.#show(fault.file);
    this.#view.goTo(fault);
  }

  /** Keeps the edits once nothing changes any more for a moment. */
  keepSoon(): void {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.#keep(), keepAfterMs);
  }

  /** Keeps the edits and leaves the page. */
  close(): void {
    this.#keep();
    this.#closing.abort();
    this.#view.destroy();
    this.element.remove();
  }

  #change(name: string, text: string): void {
    this.#edited.edit(name, text);
    this.#changed();
  }

  #changed(): void {
    this.#events.changed();
    this.keepSoon();
    this.#render();
  }

  #keep(): void {
    clearTimeout(this.#keeping);
    const kept = this.#events.keep();
    const isOld = this.#status === '' || Object.values(keptTexts).includes(this.#status);
    // What was just done is told longer than that it is kept.
    if (this.#edited.hasEdits && (isOld || kept !== 'kept')) this.#say(keptTexts[kept]);
  }

  #resetOrBringBack(): void {
    if (this.#edited.canBringBack) this.#edited.bringBack();
    else this.#edited.reset();
    this.#showAnew();
    this.#say(this.#edited.hasEdits ? 'Your edit is back.' : 'All files are as the page has them.');
  }

  #resetFile(): void {
    this.#edited.resetFile(this.#open);
    this.#fault = undefined;
    this.#view.replace(this.#open, this.#edited.textOf(this.#open));
    this.#changed();
    this.#say(`${this.#open} is as the page has it.`);
  }

  #remove(): void {
    const name = this.#open;
    this.#edited.remove(name);
    this.#show(this.#edited.current.entry);
    this.#view.forget(name);
    this.#changed();
    this.#say(`${name} is deleted.`);
    this.#button('undo').focus();
  }

  #putBack(): void {
    const name = this.#edited.removed ?? this.#open;
    this.#edited.putBack();
    this.#show(name);
    this.#changed();
    this.#say(`${name} is back.`);
    this.focus();
  }

  /** Takes the texts of all files from the edits again. */
  #showAnew(): void {
    if (!this.#names().includes(this.#open)) this.#open = this.#names()[0] ?? this.#open;
    this.#fault = undefined;
    this.#view.showAnew(this.#open, this.#edited.textOf(this.#open));
    this.#changed();
  }

  #take(file: NamedFile, name: string): void {
    const from = this.#open;
    if (file === 'new') this.#edited.edit(name, '');
    else if (name !== from) this.#edited.rename(from, name);
    this.#show(name);
    if (!this.#names().includes(from)) this.#view.forget(from);
    this.#changed();
    this.focus();
  }

  #show(name: string): void {
    this.#open = name;
    this.#view.show(name, this.#edited.textOf(name));
    this.#render();
  }

  #names(): readonly string[] {
    return Object.keys(this.#edited.current.files);
  }

  #say(text: string): void {
    this.#status = text;
    this.#render();
  }

  #button(name: string): HTMLElement {
    return this.element.querySelector<HTMLElement>(`[data-act=${name}]`) ?? this.element;
  }

  #render(): void {
    render(
      html`<div class="code-head">
          ${editTabs(
            {
              names: this.#names(),
              open: this.#open,
              isEdited: (name) => this.#edited.isEdited(name),
              faulty: this.#fault?.file,
            },
            (name) => this.#show(name),
          )}
          ${actButton({ name: 'add', text: 'Add file', act: () => this.#naming.ask('new') })}
        </div>
        ${this.#naming.view()} ${this.#faultLine()}
        <div class="edit-file" role="tabpanel" aria-label=${this.#open}>${this.#code}</div>
        ${editFoot(this.#acts(), this.#status)}`,
      this.element,
    );
  }

  #faultLine(): TemplateResult | typeof nothing {
    const fault = this.#fault;
    if (!fault) return nothing;
    return html`<p class="edit-fault">
      <button class="fault-place" type="button" @click=${() => this.goTo(fault)}>
        ${nameOfPlace(fault)}
      </button>
      ${fault.file === this.#open ? 'F8 goes there.' : visibleText(fault.message)}
    </p>`;
  }

  #acts(): readonly EditAct[] {
    const { hasEdits, canBringBack, removed } = this.#edited;
    const isOwn = this.#edited.whyFixed(this.#open) === '';
    const reset = canBringBack ? 'Bring back my edit' : 'Reset all edits';
    const act = (name: string, text: string, run: () => void, when = true): EditAct => ({
      ...{ name, text, when },
      act: run,
    });
    return [
      act('rename', 'Rename', () => this.#naming.ask('open'), isOwn),
      act('delete', 'Delete', () => this.#remove(), isOwn),
      act('undo', 'Undo delete', () => this.#putBack(), removed !== undefined),
      act('reset-file', 'Reset file', () => this.#resetFile(), this.#edited.canReset(this.#open)),
      act('reset', reset, () => this.#resetOrBringBack(), hasEdits || canBringBack),
      act('share', 'Share', () => this.#events.share()),
      act('download', 'Download', () => this.#events.download()),
    ];
  }
}

/** What is typed here is no shortcut of the page; only the key that runs goes on to the block. */
function keepKeys(event: KeyboardEvent): void {
  const runs = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (!runs) event.stopPropagation();
}
