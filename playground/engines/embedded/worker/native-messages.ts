import type { NativeChannel, NativeThread } from './thread.ts';

/**
 * The browser's Worker and BroadcastChannel, behind functions. No event of theirs meets code that a
 * program can change: a getter of its own on `MessageEvent.prototype` would see the event, and by its
 * target the constructors that the prelude took away.
 */

const getterOf = (prototype: object, name: string): ((event: Event) => unknown) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return Function.prototype.call.bind(get ?? (() => undefined)) as (event: Event) => unknown;
};

/** As they are before the program runs. */
const dataOf = getterOf(MessageEvent.prototype, 'data');
const preventDefault = Function.prototype.call.bind(Event.prototype.preventDefault) as (
  event: Event,
) => void;

export function threadOf(worker: Worker): NativeThread {
  // What goes wrong in the thread, it says itself.
  worker.onerror = preventDefault as (event: Event | string) => void;
  return {
    listen: (take) => {
      worker.onmessage = (event) => take(dataOf(event));
    },
    postMessage: (message, transfer = []) => worker.postMessage(message, transfer),
    terminate: () => worker.terminate(),
  };
}

export function channelOf(channel: BroadcastChannel): NativeChannel {
  return {
    listen: (take) => {
      channel.onmessage = (event) => take(dataOf(event));
    },
    postMessage: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
