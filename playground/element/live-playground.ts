import type { Engine, Project } from '../engine/contract.ts';
import styleSheet from '../../src/styles/run-live.css?url';
import { loadStyles } from '../../src/lib/load-styles.ts';
import { applyEdits, noEdits } from '../session/edits.ts';
import { exampleName, exampleSource } from '../session/example-source.ts';
import type { ExampleFile } from '../session/example-file.ts';
import { LatestWins } from '../session/latest-wins.ts';
import { Session } from '../session/session.ts';
import { fetchFiles } from './fetch-files.ts';
import {
  followKnob,
  knobProblem,
  nameValues,
  readKnobs,
  resetKnobs,
  setKnobs,
} from './knob-inputs.ts';
import { openEngine } from './open-engine.ts';
import { RunView } from './run-view.ts';

/** A short run is seen to its end while a knob is dragged; a longer one makes way. */
const dragPatienceMs = 600;

/** What a run block does once a reader uses it. */
export class LivePlayground {
  readonly #host: HTMLElement;
  readonly #view: RunView;
  readonly #session: Session;
  readonly #runs = new LatestWins();
  readonly #address: string;
  readonly #example: () => Promise<ExampleFile>;
  #edits = noEdits;
  #offer: Promise<unknown> | undefined;
  #warmed = false;
  /** The code is a stranger's: nothing but Run, or what says that it runs, starts it. */
  #held = false;

  /** @param load Where the engine comes from; tests give their own. */
  constructor(host: HTMLElement, load: () => Promise<Engine> = () => openEngine(host)) {
    loadStyles(styleSheet);
    nameValues(host);
    this.#host = host;
    this.#view = new RunView(host);
    this.#address = host.dataset['example'] ?? '';
    this.#example = exampleSource(this.#address);
    const edited = async (): Promise<ExampleFile> => applyEdits(await this.#example(), this.#edits);
    this.#session = new Session(this.#view, edited, load);
  }

  /** Does what an event within the block asks for. */
  handle(event: Event): void {
    const { target, type } = event;
    if (event instanceof KeyboardEvent && event.key === 'Escape') this.#runs.stop();
    else if (type === 'submit' || type === 'keydown') {
      if (event.defaultPrevented) this.#run('script');
    } else if (type === 'reset') {
      // The form resets itself too, but only once its event is over.
      resetKnobs(this.#host);
      this.#run('script', dragPatienceMs);
    } else if (type === 'input') this.#turn(target);
    else if (type === 'click') {
      const button = target instanceof Element && target.closest('button');
      if (button) this.#press(button);
    } else this.#warm();
  }

  /** The block is seen: fetches what a run needs, and starts an engine where nothing can hover. */
  seen(): void {
    void fetchFiles(this.#host);
    this.#offerEditing();
    if (matchMedia('(hover: none)').matches) this.#warm();
    else void this.#session.preload();
  }

  /** The block left the page. */
  leave(): void {
    this.#runs.stop();
    void this.#session.dispose();
  }

  #turn(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return;
    const turned = followKnob(target);
    this.#view.showKnobProblem(knobProblem(this.#host));
    if (turned) this.#run('script', dragPatienceMs);
  }

  #press(button: HTMLButtonElement): void {
    const { part, set } = button.dataset;
    if (part === 'tests') this.#run('tests');
    else if (part === 'stop') this.#runs.stop();
    else if (set !== undefined) {
      setKnobs(this.#host, JSON.parse(set) as Record<string, number>);
      this.#view.scrollToDrawings();
      this.#run('script');
    }
  }

  /**
   * @param patienceMs How long a run in progress may go on, where a knob asks for the next; without
   * it, it ends now.
   */
  #run(mode: Project['mode'], patienceMs = 0): void {
    const problem = knobProblem(this.#host);
    this.#view.showKnobProblem(problem);
    if (problem !== '' && mode === 'script') return;
    if (this.#held && patienceMs > 0) return;
    this.#held = false;
    const settings = readKnobs(this.#host);
    this.#runs.submit((signal) => this.#session.play(mode, settings, signal), patienceMs);
  }

  #warm(): void {
    if (this.#warmed) return;
    this.#warmed = true;
    void fetchFiles(this.#host);
    this.#offerEditing();
    void this.#session.warm();
  }

  /** Without the tools everything else works, so a failure to load them is not worth a word. */
  #offerEditing(): void {
    this.#offer ??= this.#addEditTools().catch(() => (this.#offer = undefined));
  }

  async #addEditTools(): Promise<void> {
    const { EditTools } = await import('./edit-tools.ts');
    new EditTools({
      host: this.#host,
      name: exampleName(this.#address),
      example: this.#example,
      use: (edits) => (this.#edits = edits),
      hold: () => (this.#held = true),
      showProblem: (problem) => this.#view.showProblem(problem),
    });
  }
}
