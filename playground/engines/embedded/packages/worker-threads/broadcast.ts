import { machine } from 'node:internal/machine';
import type { NativeChannel } from '../../worker/thread.ts';

/** `BroadcastChannel`: everybody in the program who opened a channel of the same name hears it. */
export class BroadcastChannel extends EventTarget {
  readonly name: string;
  onmessage: ((event: MessageEvent<unknown>) => void) | null = null;
  onmessageerror: ((event: MessageEvent<unknown>) => void) | null = null;
  readonly #native: NativeChannel;
  #release: (() => void) | undefined;

  constructor(name: unknown) {
    super();
    this.name = `${String(name)}`;
    this.#native = machine.native.broadcast(this.name);
    this.#release = machine.loop.hold();
    this.#native.listen((data) =>
      machine.loop.poll(() => {
        const event = new MessageEvent('message', { data });
        this.onmessage?.(event);
        this.dispatchEvent(event);
      }),
    );
  }

  postMessage(message: unknown): void {
    if (!this.#release && !this.#open)
      throw new DOMException('BroadcastChannel is closed.', 'InvalidStateError');
    this.#native.postMessage(message);
  }

  #open = true;

  close(): void {
    this.#open = false;
    this.unref();
    this.#native.close();
  }

  ref(): this {
    if (this.#open) this.#release ??= machine.loop.hold();
    return this;
  }

  unref(): this {
    this.#release?.();
    this.#release = undefined;
    return this;
  }
}
