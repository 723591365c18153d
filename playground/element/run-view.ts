import type { OutputChunk } from '../engine/contract.ts';
import type { TraceEvent } from '../lab/trace.ts';
import { completeOutput } from './output-parts.ts';
import { placeButton, tellFault } from './fault-place.ts';
import { patch } from '../panels/markup/patch.ts';
import { OutputPanel } from '../panels/output/output-panel.ts';
import { traceView } from '../panels/trace-view.ts';
import { visibleText } from '../panels/visible-text.ts';
import type { Problem } from '../session/outcome-text.ts';
import type { Display } from '../session/session.ts';

/** After this long a reader is told in words that something is under way. */
const wordsAfterMs = 300;

/** Who else in the block wants to know. */
export interface RunEvents {
  drawn(events: readonly TraceEvent[]): void;
  listening(ports: readonly number[]): void;
}

/** The parts of a run block that a run writes to. Text goes in as text, never as markup. */
export class RunView implements Display {
  readonly #host: HTMLElement;
  readonly #events: RunEvents;
  readonly #output: OutputPanel;
  #drawnAt: Date | undefined;
  #fresh = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, events: RunEvents) {
    this.#host = host;
    this.#events = events;
    this.#output = new OutputPanel(completeOutput(host, () => this.#clearOutput()));
  }

  /** A run begins: the old output stays until there is new, so that nothing flickers. */
  begin(command: string): void {
    this.#fresh = true;
    this.#part('command').textContent = `$ ${command}`;
    this.#part('problem').replaceChildren();
    tellFault(this.#host);
    this.#disableStop();
    clearTimeout(this.#waiting);
    this.stage('Running');
  }

  stage(text: string): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#part('status').textContent = `${text} …`;
      this.#button('stop').disabled = false;
    }, wordsAfterMs);
  }

  print(chunk: OutputChunk): void {
    this.#clearOnce();
    this.#output.print(chunk);
  }

  #clearOutput(): void {
    this.#output.clear();
    this.#output.tell('The output is empty.');
  }

  /** A server waits to be asked: that is no work under way. */
  listening(ports: readonly number[]): void {
    this.#events.listening(ports);
    if (ports.length === 0) return;
    clearTimeout(this.#waiting);
    this.#part('status').textContent = `Listening on port ${ports.join(', ')}.`;
    this.#button('stop').disabled = false;
  }

  /** Shows the tree of the tests; what draws it comes when it is needed. */
  tested(stdout: string, files: readonly string[]): void {
    import('./tests-box.ts')
      .then(({ showTestsBox }) => showTestsBox(this.#host, stdout, files))
      // Without the tree the report itself still stands in the output.
      .catch(() => undefined);
  }

  end(status: string, cut?: string): void {
    this.#clearOnce();
    this.#output.end(cut);
    clearTimeout(this.#waiting);
    this.#disableStop();
    this.#part('status').textContent = status;
  }

  /** Draws once the page has had a turn, since a long trace takes its time. */
  async draw(events: readonly TraceEvent[]): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.#part('stale').hidden = true;
    this.#part('drawings').classList.remove('stale');
    patch(this.#part('drawings'), traceView(events));
    this.#drawnAt = new Date();
    this.#events.drawn(events);
  }

  /** The drawing is not of the last run: it stays, dimmed, and says of which run it is. */
  keepOldDrawing(): void {
    const stale = this.#part('stale');
    stale.textContent = this.#drawnAt
      ? `Drawn from the run of ${this.#drawnAt.toLocaleTimeString()}, the last that finished.`
      : 'Drawn from the recorded run.';
    stale.hidden = false;
    this.#part('drawings').classList.add('stale');
  }

  showProblem({ what, whatToDo, fault }: Problem): void {
    const heading = document.createElement('b');
    heading.textContent = `× ${visibleText(what)}`;
    const place = fault ? [' ', placeButton(this.#host, fault)] : [];
    this.#part('problem').replaceChildren(heading, ...place, ` ${whatToDo}`);
    tellFault(this.#host, fault);
  }

  /** Says at the knobs what is wrong with one; an empty text takes it back. */
  showKnobProblem(text: string): void {
    const part = this.#part('knob-problem');
    if (part.textContent !== text) part.textContent = text;
  }

  scrollToDrawings(): void {
    this.#part('drawings').scrollIntoView({ block: 'nearest' });
  }

  #clearOnce(): void {
    if (!this.#fresh) return;
    this.#fresh = false;
    this.#output.clear();
  }

  /** A disabled button loses the focus; the next thing a reader may want is to run again. */
  #disableStop(): void {
    const stop = this.#button('stop');
    if (stop === document.activeElement) this.#button('run').focus();
    stop.disabled = true;
  }

  #button(name: string): HTMLButtonElement {
    const part = this.#part(name);
    if (part instanceof HTMLButtonElement) return part;
    throw new Error(`the run block's ${name} is no button`);
  }

  #part(name: string): HTMLElement {
    const part = this.#host.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`the run block has no part named ${name}`);
    return part;
  }
}
