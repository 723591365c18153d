import { EventEmitter } from 'node:events';
import { machine } from 'node:internal/machine';

/**
 * Message ports with the methods of Node's: they are emitters, too, and keep the program alive while
 * somebody listens. The ports stay the browser's own, so that they can be handed on in messages.
 */

type Listener = (...args: unknown[]) => void;
type Name = string | symbol;

class PortState {
  readonly emitter = new EventEmitter();
  readonly #port: MessagePort;
  #release: (() => void) | undefined;
  #wantsRef = true;
  #closed = false;

  constructor(port: MessagePort) {
    this.#port = port;
    for (const name of ['message', 'messageerror', 'close'] as const)
      port.addEventListener(name, (event) => this.#hear(name, event as MessageEvent<unknown>));
  }

  /** Somebody listens: from now on messages come, and are waited for. */
  listened(name: Name): void {
    if (name !== 'message' || this.#closed) return;
    this.#port.start();
    if (this.#wantsRef) this.ref();
  }

  ref(): void {
    this.#wantsRef = true;
    if (!this.#closed) this.#release ??= machine.loop.hold();
  }

  unref(): void {
    this.#wantsRef = false;
    this.#letGo();
  }

  get hasRef(): boolean {
    return this.#release !== undefined;
  }

  unlistened(): void {
    if (this.emitter.listenerCount('message') === 0) this.#letGo();
  }

  closed(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#letGo();
    machine.loop.poll(() => this.emitter.emit('close'));
  }

  #letGo(): void {
    this.#release?.();
    this.#release = undefined;
  }

  #hear(name: 'message' | 'messageerror' | 'close', event: MessageEvent<unknown>): void {
    if (name === 'close') this.closed();
    else machine.loop.poll(() => this.emitter.emit(name, event.data));
  }
}

/** The other end of a channel that was made here; Chromium tells it nothing of a close. */
const others = new WeakMap<MessagePort, MessagePort>();

/** A channel whose ends know each other. */
class PairedChannel extends globalThis.MessageChannel {
  static {
    Object.defineProperty(this, 'name', { value: 'MessageChannel' });
  }

  constructor() {
    super();
    others.set(this.port1, this.port2);
    others.set(this.port2, this.port1);
  }
}

const states = new WeakMap<MessagePort, PortState>();

export function stateOf(port: MessagePort): PortState {
  const state = states.get(port) ?? new PortState(port);
  states.set(port, state);
  return state;
}

function adding(method: 'on' | 'once' | 'prependListener' | 'prependOnceListener') {
  return function (this: MessagePort, name: Name, listener: Listener): MessagePort {
    const state = stateOf(this);
    state.emitter[method](name, listener);
    state.listened(name);
    return this;
  };
}

function removing(this: MessagePort, name: Name, listener: Listener): MessagePort {
  stateOf(this).emitter.off(name, listener);
  stateOf(this).unlistened();
  return this;
}

const methods = {
  on: adding('on'),
  addListener: adding('on'),
  once: adding('once'),
  prependListener: adding('prependListener'),
  prependOnceListener: adding('prependOnceListener'),
  off: removing,
  removeListener: removing,
  removeAllListeners(this: MessagePort, name?: Name): MessagePort {
    stateOf(this).emitter.removeAllListeners(name);
    stateOf(this).unlistened();
    return this;
  },
  emit(this: MessagePort, name: Name, ...args: unknown[]): boolean {
    return stateOf(this).emitter.emit(name, ...args);
  },
  listenerCount(this: MessagePort, name: Name): number {
    return stateOf(this).emitter.listenerCount(name);
  },
  eventNames(this: MessagePort): Name[] {
    return stateOf(this).emitter.eventNames();
  },
  ref(this: MessagePort): void {
    stateOf(this).ref();
  },
  unref(this: MessagePort): void {
    stateOf(this).unref();
  },
  hasRef(this: MessagePort): boolean {
    return stateOf(this).hasRef;
  },
};

/** As the browser defines its own. */
const hidden = { writable: true, configurable: true, enumerable: false };

/** `port.onmessage = …` begins to listen as well. */
function keepOnMessage(prototype: MessagePort): void {
  const native = Object.getOwnPropertyDescriptor(prototype, 'onmessage');
  if (!native?.set) return;
  const { set } = native;
  Object.defineProperty(prototype, 'onmessage', {
    ...native,
    set(this: MessagePort, listener: unknown) {
      Reflect.apply(set, this, [listener]);
      if (typeof listener === 'function') stateOf(this).ref();
      else stateOf(this).unlistened();
    },
  });
}

/** Called once, when the module is loaded. */
export function makePortsEmitters(): void {
  Object.defineProperty(globalThis, 'MessageChannel', { ...hidden, value: PairedChannel });
  const { prototype } = MessagePort;
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  const { close } = prototype;
  Object.defineProperty(prototype, 'close', {
    value(this: MessagePort) {
      Reflect.apply(close, this, []);
      stateOf(this).closed();
      const other = others.get(this);
      if (other) stateOf(other).closed();
    },
    writable: true,
    configurable: true,
  });
  keepOnMessage(prototype);
}
