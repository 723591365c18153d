import type { TraceEvent } from '../../lab/trace.ts';
import { collectRuns, type TraceRuns } from '../drawing/trace-runs.ts';
import { formatTime } from '../format.ts';
import { patch } from '../markup/patch.ts';
import { momentView } from './moment-view.ts';
import { momentsOf, momentWords } from './moment.ts';
import { addScrubControls, type ScrubControls } from './scrub-controls.ts';

/** The whole run, however long, played in this time. */
const PLAY_MS = 10_000;

/**
 * Moves a moment through the drawings: what is later is dimmed, and each run says what it is doing.
 * At its right end the slider stands for the whole run.
 */
export class ScrubBar {
  readonly #controls: ScrubControls;
  readonly #drawings: HTMLElement;
  readonly #recorded: () => Promise<readonly TraceEvent[]>;
  #trace: TraceRuns | undefined;
  #playing: number | undefined;

  /**
   * @param root around the place of the bar and the drawings
   * @param drawings around what is drawn; its style holds the moment
   * @param recorded fetches the events of the drawing that the page came with
   */
  constructor(
    root: HTMLElement,
    drawings: HTMLElement,
    recorded: () => Promise<readonly TraceEvent[]>,
  ) {
    this.#controls = addScrubControls(root);
    this.#drawings = drawings;
    this.#recorded = recorded;
    this.#controls.slider.addEventListener('input', () => {
      this.#pause();
      void this.#show();
    });
  }

  /** The drawings are of other events now; the place stays. */
  drawn(events: readonly TraceEvent[]): void {
    this.#trace = collectRuns(events);
    void this.#show();
  }

  async #show(): Promise<void> {
    const share = this.#controls.slider.valueAsNumber / Number(this.#controls.slider.max);
    const isWhole = share >= 1;
    this.#drawings.classList.toggle('at-moment', !isWhole);
    this.#drawings.style.setProperty('--moment', `${share * 100}%`);
    if (isWhole && !this.#trace) return;
    try {
      this.#trace ??= collectRuns(await this.#recorded());
    } catch {
      this.#controls.time.textContent = 'not loaded: check the connection';
      return;
    }
    this.#tell(
      this.#controls.slider.valueAsNumber / Number(this.#controls.slider.max),
      this.#trace,
    );
  }

  #tell(share: number, trace: TraceRuns): void {
    if (share >= 1) {
      this.#controls.slider.setAttribute('aria-valuetext', 'the whole run');
      this.#controls.time.textContent = 'whole run';
      this.#controls.runs.replaceChildren();
      return;
    }
    const atMs = share * trace.durationMs;
    const moments = momentsOf(trace, atMs);
    this.#controls.slider.setAttribute('aria-valuetext', momentWords(moments, atMs));
    this.#controls.time.textContent = `at ${formatTime(atMs)}`;
    patch(this.#controls.runs, momentView(moments));
  }

  /** Plays from the place on, or pauses; the block passes the press on. */
  togglePlay(): void {
    if (this.#playing !== undefined) {
      this.#pause();
      return;
    }
    const { valueAsNumber, max } = this.#controls.slider;
    const from = valueAsNumber >= Number(max) ? 0 : valueAsNumber / Number(max);
    const startedAt = performance.now() - from * PLAY_MS;
    this.#controls.play.textContent = 'Pause';
    const step = (now: number): void => {
      const share = Math.min(Math.max((now - startedAt) / PLAY_MS, 0), 1);
      this.#controls.slider.value = String(share * Number(max));
      void this.#show();
      if (share >= 1) this.#pause();
      else this.#playing = requestAnimationFrame(step);
    };
    this.#playing = requestAnimationFrame(step);
  }

  #pause(): void {
    if (this.#playing !== undefined) cancelAnimationFrame(this.#playing);
    this.#playing = undefined;
    this.#controls.play.textContent = 'Play';
  }
}
