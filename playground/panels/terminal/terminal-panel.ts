import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import styleSheet from '@xterm/xterm/css/xterm.css?url';
import { loadStyles } from '../../../src/lib/load-styles.ts';
import type { Shell, ShellSize } from '../../engine/contract.ts';
import { leaveByTab } from './leave-by-tab.ts';
import { followTheme } from './terminal-theme.ts';

/** A terminal in the page with a shell behind it. */
export class TerminalPanel {
  readonly #terminal: Terminal;
  readonly #fit = new FitAddon();
  readonly #box: HTMLElement;
  readonly #observer: ResizeObserver;
  readonly #unfollow: () => void;
  #shell: Shell | undefined;

  /** @param box takes the terminal; it has a height */
  constructor(box: HTMLElement) {
    loadStyles(styleSheet);
    const { fontFamily, fontSize } = getComputedStyle(box);
    this.#box = box;
    this.#terminal = new Terminal({
      convertEol: true,
      cursorBlink: false,
      fontFamily,
      fontSize: Number.parseFloat(fontSize),
      scrollback: 5000,
      screenReaderMode: true,
    });
    this.#terminal.loadAddon(this.#fit);
    this.#terminal.open(box);
    this.#terminal.attachCustomKeyEventHandler(leaveByTab());
    this.#unfollow = followTheme(this.#terminal, box);
    this.#fit.fit();
    this.#observer = new ResizeObserver(() => this.#fit.fit());
    this.#observer.observe(box);
  }

  get size(): ShellSize {
    const { cols, rows } = this.#terminal;
    return { cols, rows };
  }

  /** Connects keys and screen with a shell; settles when the shell ends. */
  async attach(shell: Shell): Promise<void> {
    this.#shell = shell;
    this.#terminal.onData((text) => shell.write(text));
    this.#terminal.onResize((size) => shell.resize(size));
    const screen = new WritableStream<string>({ write: (text) => this.#terminal.write(text) });
    void shell.output.pipeTo(screen).catch(() => undefined);
    this.#terminal.focus();
    await shell.done;
  }

  dispose(): void {
    this.#shell?.close();
    this.#observer.disconnect();
    this.#unfollow();
    this.#terminal.dispose();
    this.#box.replaceChildren();
  }
}
