import { addAbortListener } from 'node:events';
import { isWritable } from 'node:stream';
import { promisify } from 'node:util';
import {
  AbortError,
  invalidArgType,
  validateBoolean,
  validateInteger,
  validateSignal,
} from 'node:internal/errors';
import * as controls from './controls.ts';
import { LineInterface } from './line-interface.ts';

/** `node:readline` and `node:readline/promises`. */

interface QuestionOptions {
  readonly signal?: AbortSignal | undefined;
}

type Answer = (line: string) => void;

function optionsOf(value: unknown): QuestionOptions {
  return typeof value === 'object' && value !== null ? value : {};
}

/** `readline.Interface`; callable without `new`. */
class CallbackInterface extends LineInterface {
  question(query: string, given?: unknown, last?: unknown): void {
    const callback = typeof given === 'function' ? given : last;
    const { signal } = optionsOf(given);
    if (signal) validateSignal(signal, 'options.signal');
    if (signal?.aborted || typeof callback !== 'function') return;
    const listening = signal && addAbortListener(signal, () => this.cancelQuestion());
    this.ask(query, (line) => {
      listening?.[Symbol.dispose]();
      (callback as Answer)(line);
    });
  }
}

Object.defineProperty(CallbackInterface.prototype.question, promisify.custom, {
  value: function question(this: CallbackInterface, query: string, given?: unknown) {
    const { signal } = optionsOf(given);
    if (signal?.aborted) return Promise.reject(new AbortError(signal.reason));
    return new Promise<string>((resolve, reject) => {
      const listening =
        signal && addAbortListener(signal, () => reject(new AbortError(signal.reason)));
      this.question(query, given, (line: string) => {
        listening?.[Symbol.dispose]();
        resolve(line);
      });
    });
  },
});

type InterfaceArguments = ConstructorParameters<typeof LineInterface>;

function Interface(...args: InterfaceArguments): CallbackInterface {
  return Reflect.construct(CallbackInterface, args, new.target ?? Interface) as CallbackInterface;
}
Interface.prototype = CallbackInterface.prototype;
Object.defineProperty(CallbackInterface.prototype, 'constructor', {
  value: Interface,
  writable: true,
  configurable: true,
});

class PromiseInterface extends LineInterface {
  question(query: string, given: unknown = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      const { signal } = optionsOf(given);
      if (signal) validateSignal(signal, 'options.signal');
      if (signal?.aborted) {
        reject(new AbortError(signal.reason));
        return;
      }
      const listening =
        signal &&
        addAbortListener(signal, () => {
          this.cancelQuestion();
          reject(new AbortError(signal.reason));
        });
      this.ask(query, (line) => {
        listening?.[Symbol.dispose]();
        resolve(line);
      });
    });
  }
}
Object.defineProperty(PromiseInterface, 'name', { value: 'Interface' });

interface Terminal {
  write(text: string, callback?: () => void): unknown;
}

/** Collects movements of the cursor until they are to be made. */
class Readline {
  readonly #stream: Terminal;
  readonly #autoCommit: boolean;
  #waiting: string[] = [];

  constructor(stream: Terminal, options: { readonly autoCommit?: boolean } = {}) {
    if (!isWritable(stream as never)) throw invalidArgType('stream', 'Writable', stream);
    const { autoCommit = false } = options;
    validateBoolean(autoCommit, 'options.autoCommit');
    this.#stream = stream;
    this.#autoCommit = autoCommit;
  }

  cursorTo(x: number, y?: number | null): this {
    validateInteger(x, 'x');
    if (y === undefined || y === null) return this.#add(controls.toColumn(x));
    validateInteger(y, 'y');
    return this.#add(controls.toPlace(x, y));
  }

  moveCursor(dx: number, dy: number): this {
    if (!dx && !dy) return this;
    validateInteger(dx, 'dx');
    validateInteger(dy, 'dy');
    return this.#add(controls.moveText(dx, dy));
  }

  clearLine(direction: number): this {
    validateInteger(direction, 'dir', -1, 1);
    return this.#add(controls.clearText(direction));
  }

  clearScreenDown(): this {
    return this.#add(controls.clearDown);
  }

  commit(): Promise<void> {
    return new Promise((resolve) => {
      this.#stream.write(this.#waiting.join(''), resolve);
      this.#waiting = [];
    });
  }

  rollback(): this {
    this.#waiting = [];
    return this;
  }

  #add(text: string): this {
    if (this.#autoCommit) process.nextTick(() => this.#stream.write(text));
    else this.#waiting.push(text);
    return this;
  }
}

export const readlinePromises = {
  Interface: PromiseInterface,
  Readline,
  createInterface: (...args: InterfaceArguments) => new PromiseInterface(...args),
};

export const readline = {
  Interface,
  clearLine: controls.clearLine,
  clearScreenDown: controls.clearScreenDown,
  createInterface: (...args: InterfaceArguments) => new CallbackInterface(...args),
  cursorTo: controls.cursorTo,
  emitKeypressEvents: controls.emitKeypressEvents,
  moveCursor: controls.moveCursor,
  promises: readlinePromises,
};
