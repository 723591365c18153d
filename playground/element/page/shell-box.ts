import type { Engine, Project } from '../../engine/contract.ts';
import type { TerminalPanel } from '../../panels/terminal/terminal-panel.ts';
import { problemOfError, stageTexts } from '../../session/outcome-text.ts';

/** Opens and closes the terminal; what it needs is fetched when it is opened. */
export class ShellBox {
  readonly #host: HTMLElement;
  readonly #load: () => Promise<Engine>;
  readonly #project: () => Promise<Project>;
  #panel: TerminalPanel | undefined;
  #engine: Engine | undefined;
  #busy = false;

  constructor(host: HTMLElement, load: () => Promise<Engine>, project: () => Promise<Project>) {
    this.#host = host;
    this.#load = load;
    this.#project = project;
    this.#button.addEventListener('click', () => void this.#toggle());
    this.#button.disabled = false;
  }

  close(): void {
    this.#panel?.dispose();
    this.#engine?.dispose();
    this.#panel = undefined;
    this.#engine = undefined;
    this.#frame.hidden = true;
    this.#button.textContent = 'Open a terminal';
  }

  async #toggle(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    if (this.#panel) this.close();
    else await this.#open().catch((error: unknown) => this.#fail(error));
    this.#busy = false;
  }

  async #open(): Promise<void> {
    this.#say('Loading the terminal …');
    const [{ TerminalPanel }, project, engine] = await Promise.all([
      import('../../panels/terminal/terminal-panel.ts'),
      this.#project(),
      this.#load(),
    ]);
    this.#engine = engine;
    this.#frame.hidden = false;
    const panel = new TerminalPanel(this.#screen);
    this.#panel = panel;
    const shell = await engine.openShell?.(project, panel.size, {
      onStage: (stage) => this.#say(`${stageTexts[stage]} …`),
    });
    if (!shell) throw new Error('This engine has no shell.');
    this.#say('The terminal is open. Escape, then Tab, leaves it.');
    this.#button.textContent = 'Close the terminal';
    void panel.attach(shell).then(() => {
      if (this.#panel !== panel) return;
      this.close();
      this.#say('The shell has ended.');
    });
  }

  #fail(error: unknown): void {
    this.close();
    const { what, whatToDo } = problemOfError(error);
    this.#say(`${what} ${whatToDo}`);
  }

  #say(text: string): void {
    this.#part('shell-status').textContent = text;
  }

  get #button(): HTMLButtonElement {
    return this.#part('shell-open') as HTMLButtonElement;
  }

  get #frame(): HTMLElement {
    return this.#part('shell-frame');
  }

  get #screen(): HTMLElement {
    return this.#part('shell-screen');
  }

  #part(name: string): HTMLElement {
    const part = this.#host.querySelector<HTMLElement>(`[data-part=${name}]`);
    if (!part) throw new Error(`the playground has no part named ${name}`);
    return part;
  }
}
