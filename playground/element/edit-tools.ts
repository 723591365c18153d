import styleSheet from '../../src/styles/run-edit.css?url';
import type { Fault } from '../engine/contract.ts';
import { loadStyles } from '../../src/lib/load-styles.ts';
import { Drafts, pageStore } from '../session/drafts.ts';
import { EditedExample } from '../session/edited-example.ts';
import { noEdits, type Edits } from '../session/edits.ts';
import { isShareFragment } from '../session/share-fragment.ts';
import { setCurrentEdits } from './current-edits.ts';
import { problems, type Bench } from './edit-bench.ts';
import type { EditPane } from './edit-pane.ts';
import { faultEvent, goToEvent } from './fault-place.ts';
import { changedKnobs, setKnobs } from './knob-inputs.ts';
import type { OpenedLink } from './opened-link.ts';
import { momentText, paragraph, textButton } from './plain-elements.ts';
import type { ShareBox } from './share-box.ts';

/** The way into the editor, at the foot of the code. A draft of an earlier visit is asked about first. */
export class EditTools {
  readonly #bench: Bench;
  readonly #own: Drafts;
  readonly #bar = document.createElement('div');
  #edits = noEdits;
  #pane: EditPane | undefined;
  #share: ShareBox | undefined;
  #notice: HTMLElement | undefined;
  #fault: Fault | undefined;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#own = new Drafts(bench.name, pageStore());
    this.#bar.className = 'edit-tools';
    const { host } = bench;
    host.addEventListener(faultEvent, ({ detail }: CustomEventInit<Fault>) => {
      this.#fault = detail ?? undefined;
      this.#pane?.mark(this.#fault);
    });
    host.addEventListener(goToEvent, ({ detail }: CustomEventInit<Fault>) => {
      if (detail) void this.#goTo(detail);
    });
    for (const type of ['input', 'reset', 'click']) {
      host.addEventListener(type, () => {
        this.#pane?.keepSoon();
        this.#share?.refresh();
      });
    }
    addEventListener('hashchange', () => this.#takeLink());
    // Without its styles the bar would push the page aside.
    loadStyles(styleSheet).addEventListener('load', () => {
      this.#offer();
      this.#files.append(this.#bar);
      this.#takeLink();
    });
  }

  /** Edit, Download and Share; before them the question what becomes of a draft. */
  #offer(): void {
    const draft = this.#own.read();
    this.#bar.classList.toggle('asks', draft !== undefined);
    if (!draft) {
      this.#bar.replaceChildren(
        textButton('Edit', () => this.#open(noEdits)),
        textButton('Share', () => this.#openShare()),
        textButton('Download', () => this.#download()),
      );
      return;
    }
    this.#bar.replaceChildren(
      paragraph(`You have edits from ${momentText(draft.savedAt)}.`),
      textButton('Continue', () => this.#open(draft.edits)),
      textButton('Discard', () => {
        this.#own.discard();
        this.#offer();
        this.#bar.querySelector('button')?.focus();
      }),
    );
  }

  /** Puts the editor in the place of the code. */
  async #open(edits: Edits, drafts = this.#own, areDraft?: boolean): Promise<void> {
    try {
      await this.#openPane(edits, drafts, areDraft);
      this.#pane?.focus();
    } catch {
      this.#bench.showProblem(problems.editor);
    }
  }

  async #openPane(edits: Edits, drafts: Drafts, areDraft?: boolean): Promise<void> {
    const { host } = this.#bench;
    const [example, { EditPane }] = await Promise.all([
      this.#bench.example(),
      import('./edit-pane.ts'),
    ]);
    this.#close();
    const edited = new EditedExample(example, drafts, edits, areDraft);
    if (edited.hasEdits) setKnobs(host, edits.knobs);
    this.#use(edited.edits);
    const pane = new EditPane(edited, {
      changed: () => this.#use(edited.edits),
      keep: () => edited.keep(changedKnobs(host)),
      download: () => this.#download(),
      share: () => this.#openShare(),
    });
    this.#pane = pane;
    this.#files.hidden = true;
    this.#files.before(pane.element);
    pane.mark(this.#fault);
  }

  /** The code as the page has it, with the offer to edit it. */
  #close(): void {
    this.#pane?.close();
    this.#pane = undefined;
    this.#share?.close();
    this.#files.hidden = false;
    this.#use(noEdits);
  }

  #use(edits: Edits): void {
    this.#edits = edits;
    setCurrentEdits(this.#bench.host, edits);
    this.#bench.use(edits);
    this.#share?.refresh();
  }

  async #goTo(fault: Fault): Promise<void> {
    if (this.#bar.classList.contains('asks') && !this.#pane) {
      // The question comes first, or an edit would take the draft's place.
      this.#bar.querySelector('button')?.focus();
      return;
    }
    if (!this.#pane) await this.#open(this.#edits);
    this.#pane?.goTo(fault);
  }

  #takeLink(): void {
    if (!isShareFragment(location.hash)) return;
    this.#openLink().catch(() => this.#bench.showProblem(problems.link));
  }

  /** Shows what a link brings, or why it cannot. It runs nothing. */
  async #openLink(): Promise<void> {
    const { openLink } = await import('./opened-link.ts');
    const link = openLink(location.hash, this.#bench.name, this.#own);
    if (link.edits) await this.#showLinked(link, link.edits);
    const notice = link.notice({
      own: (edits) => this.#leave(edits),
      asSent: (edits) => this.#showLinked({ ...link, areDraft: false }, edits),
    });
    this.#notice?.remove();
    this.#notice = notice;
    (this.#pane?.element ?? this.#files).before(notice);
    notice.scrollIntoView();
    notice.focus({ preventScroll: true });
  }

  async #showLinked({ drafts, areDraft }: OpenedLink, edits: Edits): Promise<void> {
    this.#bench.hold();
    setKnobs(this.#bench.host, edits.knobs);
    const [first] = Object.keys(edits.files);
    if (first === undefined) return this.#close();
    await this.#openPane(edits, drafts, areDraft);
    this.#pane?.show(first);
  }

  /** Away from what a link brought: to the reader's own edits, or to the page's code. */
  async #leave(edits: Edits | undefined): Promise<void> {
    history.replaceState(history.state, '', location.pathname + location.search);
    this.#notice?.remove();
    this.#notice = undefined;
    this.#close();
    setKnobs(this.#bench.host, edits?.knobs ?? {});
    if (edits) return this.#open(edits);
    this.#offer();
    this.#bar.querySelector('button')?.focus();
  }

  async #openShare(): Promise<void> {
    try {
      const { ShareBox } = await import('./share-box.ts');
      this.#share ??= new ShareBox(this.#bench.name, {
        edits: () => ({ ...this.#edits, knobs: changedKnobs(this.#bench.host) }),
        download: () => this.#download(),
        closed: () => (this.#share = undefined),
      });
      this.#files.after(this.#share.element);
      this.#share.focus();
    } catch {
      this.#bench.showProblem(problems.share);
    }
  }

  async #download(): Promise<void> {
    try {
      const [{ downloadProject }, { applyEdits }] = await Promise.all([
        import('./download-project.ts'),
        import('../session/edits.ts'),
      ]);
      downloadProject(applyEdits(await this.#bench.example(), this.#edits));
    } catch {
      this.#bench.showProblem(problems.download);
    }
  }

  get #files(): HTMLElement {
    const files = this.#bench.host.querySelector<HTMLElement>('[data-part=files]');
    if (!files) throw new Error('the run block has no files');
    return files;
  }
}
