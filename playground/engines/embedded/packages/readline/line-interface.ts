import { addAbortListener, EventEmitter, on } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import {
  invalidArgValue,
  nodeError,
  validateInteger,
  validateNumber,
  validateSignal,
  validateString,
} from 'node:internal/errors';
import { emitKeypressEvents } from './controls.ts';

/** What both readline modules stand on: lines out of a stream that is no terminal. */

interface Input extends EventEmitter {
  pause(): void;
  resume(): void;
}

interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface InterfaceOptions {
  readonly input: Input;
  readonly output?: Output | null | undefined;
  readonly completer?: unknown;
  readonly terminal?: boolean;
  readonly signal?: AbortSignal;
  readonly prompt?: string;
  readonly crlfDelay?: number;
  readonly tabSize?: number;
  readonly history?: readonly string[];
  readonly historySize?: number;
  readonly removeHistoryDuplicates?: boolean;
  readonly escapeCodeTimeout?: number;
}

type Answer = (line: string) => void;

/** CR and LF within this time are one end of a line. */
const leastCrlfDelay = 100;
const usualEscapeMs = 500;
const lineEnd = /\r\n|\n|\r|\u2028|\u2029/g;

function isOptions(value: unknown): value is InterfaceOptions {
  return !!(value as Partial<InterfaceOptions> | undefined)?.input;
}

function closedError(): Error {
  return nodeError(Error, 'ERR_USE_AFTER_CLOSE', 'readline was closed', closedError);
}

/** @throws for options that are none */
function checkOptions(options: InterfaceOptions): void {
  const { tabSize, escapeCodeTimeout, signal, historySize, completer } = options;
  if (tabSize !== undefined) validateInteger(tabSize, 'tabSize', 1, 2 ** 32 - 1);
  if (escapeCodeTimeout !== undefined && !Number.isFinite(escapeCodeTimeout))
    // Node's message has the default in the place of what it received.
    throw invalidArgValue('input.escapeCodeTimeout', usualEscapeMs);
  if (signal) validateSignal(signal, 'options.signal');
  if (historySize !== undefined) validateNumber(historySize, 'size', 0);
  if (completer !== undefined && typeof completer !== 'function')
    throw invalidArgValue('completer', completer);
}

export class LineInterface extends EventEmitter {
  terminal = false;
  line = '';
  cursor = 0;
  closed = false;
  paused = false;
  readonly input: Input;
  readonly output: Output | null | undefined;
  readonly completer: unknown;
  readonly crlfDelay: number;
  readonly escapeCodeTimeout: number;
  readonly tabSize: number;
  readonly historySize: number;
  history: string[];
  #prompt: string;
  #oldPrompt = '';
  #answer: Answer | undefined;
  #rest = '';
  #returnAtMs = 0;
  readonly #decoder = new StringDecoder('utf8');

  constructor(input: unknown, output?: unknown, completer?: unknown, terminal?: boolean) {
    super();
    const options = isOptions(input)
      ? input
      : ({
          input,
          output,
          completer,
          ...(terminal === undefined ? {} : { terminal }),
        } as InterfaceOptions);
    checkOptions(options);
    if (options.terminal ?? !!options.output?.isTTY) emitKeypressEvents();
    this.input = options.input;
    this.output = options.output;
    this.completer = options.completer;
    this.#prompt = options.prompt ?? '> ';
    this.tabSize = options.tabSize ?? 8;
    this.escapeCodeTimeout = options.escapeCodeTimeout ?? usualEscapeMs;
    this.historySize = options.historySize ?? 30;
    this.history = [...(options.history ?? [])];
    this.crlfDelay = Math.max(leastCrlfDelay, options.crlfDelay || 0);
    this.#listen(options.signal);
    this.input.resume();
  }

  get columns(): number {
    return this.output?.columns ?? Infinity;
  }

  setPrompt(prompt: string): void {
    this.#prompt = prompt;
  }

  getPrompt(): string {
    return this.#prompt;
  }

  prompt(_preserveCursor?: boolean): void {
    if (this.paused) this.resume();
    this.#print(this.#prompt);
  }

  close(): void {
    if (this.closed) return;
    this.pause();
    this.closed = true;
    this.emit('close');
  }

  [Symbol.dispose](): void {
    this.close();
  }

  pause(): this | undefined {
    if (this.closed) throw closedError();
    if (this.paused) return undefined;
    this.input.pause();
    this.paused = true;
    this.emit('pause');
    return this;
  }

  resume(): this | undefined {
    if (this.closed) throw closedError();
    if (!this.paused) return undefined;
    this.input.resume();
    this.paused = false;
    this.emit('resume');
    return this;
  }

  /** Feeds text as if it had come from the input. */
  write(data?: string | Uint8Array | null, _key?: unknown): void {
    if (this.closed) throw closedError();
    if (this.paused) this.resume();
    if (data !== undefined && data !== null) this.#take(data);
  }

  clearLine(): void {
    this.#print('\r\n');
    this.line = '';
    this.cursor = 0;
  }

  getCursorPos(): { rows: number; cols: number } {
    return { rows: 0, cols: this.#prompt.length + this.cursor };
  }

  /** Asks; the next line is the answer. */
  protected ask(query: string, answer: Answer): void {
    if (this.closed) throw closedError();
    if (!this.#answer) {
      this.#oldPrompt = this.#prompt;
      this.setPrompt(query);
      this.#answer = answer;
    }
    this.prompt();
  }

  /** Takes the question back. */
  protected cancelQuestion(): void {
    if (!this.#answer) return;
    this.#answer = undefined;
    this.setPrompt(this.#oldPrompt);
    this.clearLine();
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<string> {
    const lines = on(this, 'line', { close: ['close'], highWaterMark: 1024 } as never);
    const stringOf = async (
      step: Promise<IteratorResult<unknown[]>>,
    ): Promise<IteratorResult<string>> => {
      const { done, value } = await step;
      return done ? { done: true, value: undefined } : { done: false, value: String(value[0]) };
    };
    const iterator: AsyncIterableIterator<string> = {
      next: () => stringOf(lines.next()),
      return: () => stringOf(lines.return?.() ?? Promise.resolve({ done: true, value: [] })),
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  #print(text: string): void {
    validateString(text, 'stringToWrite');
    this.output?.write(text);
  }

  #listen(signal: AbortSignal | undefined): void {
    const { input } = this;
    const listeners = {
      error: (error: unknown) => void this.emit('error', error),
      data: (data: string | Uint8Array) => this.#take(data),
      end: () => {
        if (this.#rest !== '') this.emit('line', this.#rest);
        this.close();
      },
    };
    for (const name of ['error', 'data', 'end'] as const) input.on(name, listeners[name]);
    this.once('close', () => {
      for (const name of ['data', 'error', 'end'] as const)
        input.removeListener(name, listeners[name]);
    });
    if (!signal) return;
    const close = (): void => this.close();
    if (signal.aborted) process.nextTick(close);
    else {
      const listening = addAbortListener(signal, close);
      this.once('close', () => listening[Symbol.dispose]());
    }
  }

  #take(data: string | Uint8Array): void {
    let text = this.#decoder.write(data as Buffer);
    if (this.#returnAtMs && Date.now() - this.#returnAtMs <= this.crlfDelay) {
      if (text.startsWith('\n')) text = text.slice(1);
      this.#returnAtMs = 0;
    }
    if (text === '') return;
    const lines = text.split(lineEnd);
    const last = lines.pop() ?? '';
    if (lines.length === 0) {
      this.#rest += last;
      return;
    }
    this.#returnAtMs = text.endsWith('\r') ? Date.now() : 0;
    lines[0] = this.#rest + (lines[0] ?? '');
    this.#rest = last;
    for (const line of lines) this.#tell(line);
  }

  #tell(line: string): void {
    const answer = this.#answer;
    if (!answer) {
      this.emit('line', line);
      return;
    }
    this.#answer = undefined;
    this.setPrompt(this.#oldPrompt);
    answer(line);
  }
}
