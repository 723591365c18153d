import { applyEdits, hasEditedFiles, noEdits, withFile, type Edits } from './edits.ts';
import type { Drafts, Kept } from './drafts.ts';
import type { ExampleFile } from './example-file.ts';

/** An example while a reader edits it: what is changed, what can be brought back, what is kept. */
export class EditedExample {
  readonly #example: ExampleFile;
  readonly #drafts: Drafts;
  #edits: Edits;
  #reset: Edits | undefined;
  /** The draft is of these edits: another tab may have one of its own. */
  #ownsDraft: boolean;

  /** @param edits that the reader had made before, such as those of a draft */
  constructor(example: ExampleFile, drafts: Drafts, edits: Edits = noEdits) {
    this.#example = example;
    this.#drafts = drafts;
    this.#edits = edits;
    this.#ownsDraft = this.hasEdits;
  }

  get edits(): Edits {
    return this.#edits;
  }

  /** The example with the edits in it. */
  get current(): ExampleFile {
    return applyEdits(this.#example, this.#edits);
  }

  get hasEdits(): boolean {
    return hasEditedFiles(this.#edits);
  }

  /** Whether there are edits that a reset took away, and none since. */
  get canBringBack(): boolean {
    return this.#reset !== undefined;
  }

  isEdited(name: string): boolean {
    return Object.hasOwn(this.#edits.files, name);
  }

  textOf(name: string): string {
    return this.current.files[name] ?? '';
  }

  edit(name: string, text: string): void {
    this.#reset = undefined;
    this.#edits = withFile(this.#edits, this.#example, name, text);
  }

  /** Every file as it was served; the edits wait to be brought back. */
  reset(): void {
    if (!this.hasEdits) return;
    this.#reset = this.#edits;
    this.#edits = noEdits;
  }

  bringBack(): void {
    if (!this.#reset) return;
    this.#edits = this.#reset;
    this.#reset = undefined;
  }

  /**
   * Keeps the edits as a draft, or takes the draft away where nothing is edited.
   * @param knobs that are off their default
   */
  keep(knobs: Edits['knobs'], savedAt = new Date()): Kept {
    if (this.hasEdits) {
      this.#ownsDraft = true;
      return this.#drafts.write({ savedAt, edits: { ...this.#edits, knobs } });
    }
    if (this.#ownsDraft) this.#drafts.discard();
    this.#ownsDraft = false;
    return 'kept';
  }
}
