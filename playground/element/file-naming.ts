import { nothing, type TemplateResult } from 'lit-html';
import { fileNameProblem } from '../session/file-names.ts';
import { fileNameBox } from './file-name-box.ts';

/** What a name is asked for: a file to add, or the one that is open. */
export type NamedFile = 'new' | 'open';

/** What the question needs of the editor that it stands in. */
export interface NamingHost {
  readonly element: HTMLElement;
  names(): readonly string[];
  /** Name of the file that is open. */
  open(): string;
  render(): void;
  /** The name is a good one. */
  take(file: NamedFile, name: string): void;
  /** Nothing is named after all. */
  leave(file: NamedFile): void;
}

interface Asked {
  readonly file: NamedFile;
  readonly value: string;
  readonly problem: string;
}

/** Asks for the name of a file, until there is a good one or the reader gives up. */
export class FileNaming {
  readonly #host: NamingHost;
  #asked: Asked | undefined;

  constructor(host: NamingHost) {
    this.#host = host;
  }

  ask(file: NamedFile): void {
    const value = file === 'new' ? 'new.ts' : this.#host.open();
    this.#show({ file, value, problem: '' });
    // The ending mostly stays.
    this.#field?.setSelectionRange(0, value.lastIndexOf('.'));
  }

  view(): TemplateResult | typeof nothing {
    const asked = this.#asked;
    if (!asked) return nothing;
    const isNew = asked.file === 'new';
    return fileNameBox({
      label: isNew ? 'Name of the new file' : `New name of ${this.#host.open()}`,
      action: isNew ? 'Add' : 'Rename',
      value: asked.value,
      problem: asked.problem,
      answer: (name) => this.#answer(asked, name),
      cancel: () => {
        this.#asked = undefined;
        this.#host.leave(asked.file);
      },
    });
  }

  #answer({ file }: Asked, name: string): void {
    const others = this.#host
      .names()
      .filter((other) => file === 'new' || other !== this.#host.open());
    const problem = fileNameProblem(name, others);
    if (problem !== '') {
      this.#show({ file, value: name, problem });
      return;
    }
    this.#asked = undefined;
    this.#host.take(file, name);
  }

  #show(asked: Asked): void {
    this.#asked = asked;
    this.#host.render();
    this.#field?.focus();
  }

  get #field(): HTMLInputElement | null {
    return this.#host.element.querySelector('.edit-name input');
  }
}
