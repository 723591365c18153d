import styleSheet from '../../src/styles/run-edit.css?url';
import { loadStyles } from '../../src/lib/load-styles.ts';
import { Drafts, pageStore, type Draft } from '../session/drafts.ts';
import { EditedExample } from '../session/edited-example.ts';
import { noEdits, type Edits } from '../session/edits.ts';
import type { ExampleFile } from '../session/example-file.ts';
import type { Problem } from '../session/outcome-text.ts';
import { changedKnobs, setKnobs } from './knob-inputs.ts';

/** What the tools need of the block that they stand in. */
export interface Bench {
  readonly host: HTMLElement;
  /** `<category>/<capability>`. */
  readonly name: string;
  /** As the site serves it. */
  example(): Promise<ExampleFile>;
  /** Runs are of these edits from now on. */
  use(edits: Edits): void;
  showProblem(problem: Problem): void;
}

const editorFailed: Problem = {
  what: 'The editor did not load.',
  whatToDo: 'Check the connection and press Edit again.',
};
const downloadFailed: Problem = {
  what: 'The download was not made.',
  whatToDo: 'Check the connection and press Download again.',
};

/** The way into the editor, at the foot of the code. A draft of an earlier visit is asked about first. */
export class EditTools {
  readonly #bench: Bench;
  readonly #drafts: Drafts;
  readonly #bar = document.createElement('div');

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#drafts = new Drafts(bench.name, pageStore());
    this.#bar.className = 'edit-tools';
    // Without its styles the bar would push the page aside.
    loadStyles(styleSheet).addEventListener('load', () => this.#appear());
  }

  #appear(): void {
    const draft = this.#drafts.read();
    if (draft) this.#askAbout(draft);
    else this.#showButtons();
    this.#files().append(this.#bar);
  }

  #showButtons(): void {
    this.#bar.classList.remove('asks');
    this.#bar.replaceChildren(
      button('Edit', () => this.#open(noEdits)),
      button('Download', () => this.#download()),
    );
  }

  #askAbout({ savedAt, edits }: Draft): void {
    const question = document.createElement('p');
    const date = savedAt.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
    question.textContent = `You have edits from ${date}.`;
    this.#bar.classList.add('asks');
    this.#bar.replaceChildren(
      question,
      button('Continue', () => this.#open(edits)),
      button('Discard', () => {
        this.#drafts.discard();
        this.#showButtons();
        this.#bar.querySelector('button')?.focus();
      }),
    );
  }

  /** Puts the editor in the place of the code. */
  async #open(edits: Edits): Promise<void> {
    const { host, use } = this.#bench;
    try {
      const [example, { EditPane }] = await Promise.all([
        this.#bench.example(),
        import('./edit-pane.ts'),
      ]);
      const edited = new EditedExample(example, this.#drafts, edits);
      if (edited.hasEdits) setKnobs(host, edits.knobs);
      use(edited.edits);
      const pane = new EditPane(edited, {
        changed: () => use(edited.edits),
        keep: () => edited.keep(changedKnobs(host)),
        download: () => this.#download(edited.current),
      });
      for (const type of ['input', 'reset', 'click']) {
        host.addEventListener(type, () => pane.keepSoon());
      }
      this.#files().hidden = true;
      this.#files().before(pane.element);
      pane.focus();
    } catch {
      this.#bench.showProblem(editorFailed);
    }
  }

  async #download(example?: ExampleFile): Promise<void> {
    try {
      const { downloadProject } = await import('./download-project.ts');
      downloadProject(example ?? (await this.#bench.example()));
    } catch {
      this.#bench.showProblem(downloadFailed);
    }
  }

  #files(): HTMLElement {
    const files = this.#bench.host.querySelector<HTMLElement>('[data-part=files]');
    if (!files) throw new Error('the run block has no files');
    return files;
  }
}

function button(text: string, act: () => unknown): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn bare';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}
