import type { Engine } from '../engine/contract.ts';
import type { TraceEvent } from '../lab/trace.ts';
import styleSheet from '../../src/styles/run-live.css?url';
import { loadStyles } from '../../src/lib/load-styles.ts';
import { applyEdits, noEdits } from '../session/edits.ts';
import { exampleName, exampleSource } from '../session/example-source.ts';
import type { ExampleFile } from '../session/example-file.ts';
import { Guesses } from '../session/guesses.ts';
import { LatestWins } from '../session/latest-wins.ts';
import { problemOfError } from '../session/outcome-text.ts';
import { Session, type Mode } from '../session/session.ts';
import { ScrubBar } from '../panels/scrub/scrub-bar.ts';
import type { ApiBox } from './api-box.ts';
import { Experiments, type Experiment } from './experiments.ts';
import { fetchFiles } from './fetch-files.ts';
import {
  followKnob,
  knobProblem,
  prepareKnobs,
  readKnobs,
  resetKnobs,
  setKnobs,
} from './knob-inputs.ts';
import { openEngine } from './open-engine.ts';
import { recordedTrace } from './recorded-trace.ts';
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
  readonly #experiments: Experiments;
  readonly #scrub: ScrubBar | undefined;
  #api: Promise<ApiBox> | undefined;
  #experiment: Experiment | undefined;
  #mode: Mode = 'script';
  #edits = noEdits;
  #offer: Promise<unknown> | undefined;
  #warmed = false;
  /** The code is a stranger's: nothing but Run, or what says that it runs, starts it. */
  #held = false;

  /** @param load Where the engine comes from; tests give their own. */
  constructor(host: HTMLElement, load: () => Promise<Engine> = () => openEngine(host)) {
    loadStyles(styleSheet);
    prepareKnobs(host);
    this.#host = host;
    this.#view = new RunView(host, {
      drawn: (events) => this.#drawn(events),
      listening: () => void this.#tellApi(),
    });
    this.#address = host.dataset['example'] ?? '';
    this.#experiments = new Experiments(
      new Guesses(exampleName(this.#address)),
      async () => (await this.#example()).experiments ?? [],
    );
    this.#scrub = scrubBarOf(host);
    this.#example = exampleSource(this.#address);
    this.#session = new Session(this.#view, () => this.#edited(), load);
    if (host.querySelector('[data-part=api]')) void this.#tellApi();
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
      this.#runAgain();
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
    if (turned) this.#runAgain();
  }

  /** After a turn of a knob: a server begins anew, anything else is told again. */
  #runAgain(): void {
    if (this.#mode === 'serve' && this.#session.ports.length > 0) this.#run('serve');
    else this.#run('script', dragPatienceMs);
  }

  #drawn(events: readonly TraceEvent[]): void {
    this.#scrub?.drawn(events);
    this.#experiment?.tell(events);
    this.#experiment = undefined;
  }

  #press(button: HTMLButtonElement): void {
    const { part } = button.dataset;
    if (part === 'tests') this.#run('tests');
    else if (part === 'stop') this.#runs.stop();
    else if (part === 'serve') this.#toggleServer();
    else if (part === 'scrub-play') this.#scrub?.togglePlay();
    else if (part === 'experiment') void this.#try(button);
  }

  #toggleServer(): void {
    if (this.#session.ports.length > 0) this.#runs.stop();
    else this.#run('serve');
  }

  /** Says in the API box where the program listens now. Only a program that serves needs the box. */
  async #tellApi(): Promise<void> {
    this.#api ??= import('./api-box.ts').then(
      ({ ApiBox }) =>
        new ApiBox(this.#host, this.#session, async () => (await this.#edited()).files),
    );
    try {
      const box = await this.#api;
      box.listening(this.#session.ports);
    } catch {
      // The status names the port; the next program that listens tries again.
      this.#api = undefined;
    }
  }

  async #edited(): Promise<ExampleFile> {
    return applyEdits(await this.#example(), this.#edits);
  }

  async #try(button: HTMLButtonElement): Promise<void> {
    const experiment = await this.#experiments.begin(button).catch((error: unknown) => {
      this.#view.showProblem(problemOfError(error));
    });
    if (!experiment) return;
    setKnobs(this.#host, experiment.set);
    this.#run('script');
    this.#experiment = experiment;
  }

  /**
   * @param patienceMs How long a run in progress may go on, where a knob asks for the next; without
   * it, it ends now.
   */
  #run(mode: Mode, patienceMs = 0): void {
    const problem = knobProblem(this.#host);
    this.#view.showKnobProblem(problem);
    if (problem !== '' && mode === 'script') return;
    if (this.#held && patienceMs > 0) return;
    this.#held = false;
    const settings = readKnobs(this.#host);
    this.#mode = mode;
    this.#experiment = undefined;
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

/** None where the example draws nothing. */
function scrubBarOf(host: HTMLElement): ScrubBar | undefined {
  const root = host.querySelector<HTMLElement>('[data-part=scrub]');
  const drawings = host.querySelector<HTMLElement>('[data-part=drawings]');
  if (!root || !drawings) return undefined;
  return new ScrubBar(root, drawings, recordedTrace(host.dataset['trace'] ?? ''));
}
