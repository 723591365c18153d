import { applyEdits, hasEditedFiles, noEdits, withFile, type Edits } from './edits.ts';
import type { Drafts, Kept } from './drafts.ts';
import type { ExampleFile } from './example-file.ts';

/** An example while a reader edits it: what is changed, what can be brought back, what is kept. */
export class EditedExample {
  readonly #example: ExampleFile;
  readonly #drafts: Drafts;
  readonly #given: Edits;
  #edits: Edits;
  #reset: Edits | undefined;
  #removed: { readonly name: string; readonly before: Edits } | undefined;
  /** The draft is of these edits: another tab may have one of its own. */
  #ownsDraft: boolean;
  #kept: Pick<Edits, 'files'> & { readonly knobs: string };

  /**
   * @param edits to begin with: those of a draft, or what a link brought
   * @param areDraft whether these edits are the draft that is kept already
   */
  constructor(
    example: ExampleFile,
    drafts: Drafts,
    edits: Edits = noEdits,
    areDraft = hasEditedFiles(edits),
  ) {
    this.#example = example;
    this.#drafts = drafts;
    this.#given = edits;
    this.#edits = edits;
    this.#ownsDraft = areDraft;
    this.#kept = { files: edits.files, knobs: JSON.stringify(edits.knobs) };
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

  /** The file that was taken away last, where nothing was changed since. */
  get removed(): string | undefined {
    return this.#removed?.name;
  }

  /** Why a file has to stay under its name, as a sentence; empty where it has not. */
  whyFixed(name: string): string {
    if (name === this.#example.entry) return `Run starts ${name}, so it stays.`;
    return name === this.#example.tests ? `Tests runs ${name}, so it stays.` : '';
  }

  /** @returns whether a file can be as the page has it again */
  canReset(name: string): boolean {
    return this.isEdited(name) && Object.hasOwn(this.#example.files, name);
  }

  isEdited(name: string): boolean {
    return Object.hasOwn(this.#edits.files, name);
  }

  textOf(name: string): string {
    return this.current.files[name] ?? '';
  }

  /** Whether another tab has put a draft of its own in the place of this one. */
  isReplacedBy(event: StorageEvent): boolean {
    return this.#drafts.isReplacedBy(event);
  }

  /** A new text of a file, or a new file. */
  edit(name: string, text: string): void {
    this.#reset = undefined;
    this.#removed = undefined;
    this.#edits = withFile(this.#edits, this.#example, name, text);
  }

  rename(from: string, to: string): void {
    const text = this.textOf(from);
    this.remove(from);
    this.edit(to, text);
  }

  remove(name: string): void {
    const before = this.#edits;
    this.#reset = undefined;
    this.#removed = { name, before };
    this.#edits = withFile(before, this.#example, name, null);
  }

  /** Takes the last `remove` back. */
  putBack(): void {
    if (!this.#removed) return;
    this.#edits = this.#removed.before;
    this.#removed = undefined;
  }

  /** One file as it was served. */
  resetFile(name: string): void {
    const served = this.#example.files[name];
    if (served !== undefined) this.edit(name, served);
  }

  /** Every file as it was served; the edits wait to be brought back. */
  reset(): void {
    if (!this.hasEdits) return;
    this.#reset = this.#edits;
    this.#removed = undefined;
    this.#edits = noEdits;
  }

  bringBack(): void {
    if (!this.#reset) return;
    this.#edits = this.#reset;
    this.#reset = undefined;
  }

  /**
   * Keeps the edits as a draft, or takes the draft away where nothing is edited. What a link
   * brought is no draft until something in it is changed, and what is kept already is not written
   * again: another tab may have written since.
   * @param knobs that are off their default
   */
  keep(knobs: Edits['knobs'], savedAt = new Date()): Kept {
    if (!this.#ownsDraft && this.#edits === this.#given) return 'kept';
    if (this.hasEdits) {
      const now = { files: this.#edits.files, knobs: JSON.stringify(knobs) };
      const isKept = now.files === this.#kept.files && now.knobs === this.#kept.knobs;
      if (this.#ownsDraft && isKept) return 'kept';
      const kept = this.#drafts.write({ savedAt, edits: { ...this.#edits, knobs } });
      if (kept === 'kept') this.#kept = now;
      this.#ownsDraft = true;
      return kept;
    }
    if (this.#ownsDraft) this.#drafts.discard();
    this.#ownsDraft = false;
    return 'kept';
  }
}
