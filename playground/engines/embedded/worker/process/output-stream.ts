import { EventEmitter } from '../modules/events/event-emitter.ts';

/** stdout or stderr as `process` shows it: a stream that takes everything at once. */
export class OutputStream extends EventEmitter {
  readonly fd: 1 | 2;
  readonly writable = true;
  readonly #write: (text: string) => void;
  readonly #defer: (run: () => void) => void;

  /** @param defer runs a callback in the next tick */
  constructor(fd: 1 | 2, write: (text: string) => void, defer: (run: () => void) => void) {
    super();
    this.fd = fd;
    this.#write = write;
    this.#defer = defer;
  }

  /** Writes text, or bytes as UTF-8; of what may follow only a callback matters. */
  write(text: string | Uint8Array, ...rest: readonly unknown[]): boolean {
    this.#write(typeof text === 'string' ? text : new TextDecoder().decode(text));
    const done = rest.find((one) => typeof one === 'function');
    if (done) this.#defer(() => Reflect.apply(done as () => void, undefined, []));
    return true;
  }

  end(...args: readonly unknown[]): this {
    const [text, ...rest] = args;
    if (typeof text === 'string' || text instanceof Uint8Array) this.write(text, ...rest);
    return this;
  }

  hasColors(): boolean {
    return false;
  }

  getColorDepth(): number {
    return 1;
  }
}
