import type { TraceEvent } from '../../lab/trace.ts';
import { collectRuns, type TraceRuns } from '../drawing/trace-runs.ts';
import { formatTime } from '../format.ts';
import { patch } from '../markup/patch.ts';
import { momentView } from './moment-view.ts';
import { momentsOf, momentWords } from './moment.ts';

/** The whole run, however long, played in this time. */
const PLAY_MS = 10_000;

/**
 * Moves a moment through the drawings: what is later is dimmed, and each run says what it is doing.
 * At its right end the slider stands for the whole run.
 */
export class ScrubBar {
  readonly #root: HTMLElement;
  readonly #drawings: HTMLElement;
  readonly #recorded: () => Promise<readonly TraceEvent[]>;
  readonly #slider: HTMLInputElement;
  #trace: TraceRuns | undefined;
  #playing: number | undefined;

  /**
   * @param root as the page has it
   * @param drawings around what is drawn; its style holds the moment
   * @param recorded fetches the events of the drawing that the page came with
   */
  constructor(
    root: HTMLElement,
    drawings: HTMLElement,
    recorded: () => Promise<readonly TraceEvent[]>,
  ) {
    this.#root = root;
    this.#drawings = drawings;
    this.#recorded = recorded;
    this.#slider = root.querySelector('input') as HTMLInputElement;
    const play = this.#part('scrub-play');
    play.hidden = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#slider.addEventListener('input', () => {
      this.#pause();
      void this.#show();
    });
    // A reader, or a browser that brings an older place back, may have moved it before.
    if (this.#slider.value !== this.#slider.max) void this.#show();
  }

  /** The drawings are of other events now; the place stays. */
  drawn(events: readonly TraceEvent[]): void {
    this.#trace = collectRuns(events);
    void this.#show();
  }

  async #show(): Promise<void> {
    const share = this.#slider.valueAsNumber / Number(this.#slider.max);
    const isWhole = share >= 1;
    this.#drawings.classList.toggle('at-moment', !isWhole);
    this.#drawings.style.setProperty('--moment', `${share * 100}%`);
    if (isWhole && !this.#trace) return;
    try {
      this.#trace ??= collectRuns(await this.#recorded());
    } catch {
      this.#part('scrub-time').textContent = 'not loaded: check the connection';
      return;
    }
    this.#tell(this.#slider.valueAsNumber / Number(this.#slider.max), this.#trace);
  }

  #tell(share: number, trace: TraceRuns): void {
    if (share >= 1) {
      this.#slider.setAttribute('aria-valuetext', 'the whole run');
      this.#part('scrub-time').textContent = 'whole run';
      this.#part('scrub-runs').replaceChildren();
      return;
    }
    const atMs = share * trace.durationMs;
    const moments = momentsOf(trace, atMs);
    this.#slider.setAttribute('aria-valuetext', momentWords(moments, atMs));
    this.#part('scrub-time').textContent = `at ${formatTime(atMs)}`;
    patch(this.#part('scrub-runs'), momentView(moments));
  }

  /** Plays from the place on, or pauses; the block passes the press on. */
  togglePlay(): void {
    if (this.#playing !== undefined) {
      this.#pause();
      return;
    }
    const { valueAsNumber, max } = this.#slider;
    const from = valueAsNumber >= Number(max) ? 0 : valueAsNumber / Number(max);
    const startedAt = performance.now() - from * PLAY_MS;
    this.#part('scrub-play').textContent = 'Pause';
    const step = (now: number): void => {
      const share = Math.min(Math.max((now - startedAt) / PLAY_MS, 0), 1);
      this.#slider.value = String(share * Number(max));
      void this.#show();
      if (share >= 1) this.#pause();
      else this.#playing = requestAnimationFrame(step);
    };
    this.#playing = requestAnimationFrame(step);
  }

  #pause(): void {
    if (this.#playing !== undefined) cancelAnimationFrame(this.#playing);
    this.#playing = undefined;
    this.#part('scrub-play').textContent = 'Play';
  }

  #part(name: string): HTMLElement {
    const part = this.#root.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`the scrubber has no part named ${name}`);
    return part;
  }
}
