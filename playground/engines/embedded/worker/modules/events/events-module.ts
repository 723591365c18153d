import type { AsyncResourceClass } from '../async-hooks/async-resource.ts';
import { validateBoolean, validateNumber } from '../errors/validate.ts';
import {
  addAbortListener,
  getEventListeners,
  getMaxListeners,
  listenerCount,
  setMaxListeners,
} from './any-emitter.ts';
import { capture, captureRejectionSymbol, errorMonitor } from './emitter-state.ts';
import { createEmitterAsyncResource } from './emitter-async-resource.ts';
import { EventEmitter, listenerLimit } from './event-emitter.ts';
import { on } from './on.ts';
import { once } from './once.ts';

const functions = {
  addAbortListener,
  once,
  on,
  getEventListeners,
  getMaxListeners,
  listenerCount,
  EventEmitter,
  usingDomains: false,
  captureRejectionSymbol,
  errorMonitor,
  setMaxListeners,
};

// Node's own has no name.
Object.defineProperty(setMaxListeners, 'name', { value: '', configurable: true });
Object.assign(EventEmitter, functions);
Object.defineProperties(EventEmitter, {
  captureRejections: {
    get: () => EventEmitter.prototype[capture],
    set(value: unknown) {
      validateBoolean(value, 'EventEmitter.captureRejections');
      EventEmitter.prototype[capture] = value;
    },
    enumerable: true,
  },
  defaultMaxListeners: {
    get: () => listenerLimit.max,
    set(value: unknown) {
      validateNumber(value, 'defaultMaxListeners', 0);
      listenerLimit.max = value;
    },
    enumerable: true,
  },
});

/** `node:events`: the class, with the functions as its static members. */
export function createEvents(AsyncResource: AsyncResourceClass): Record<string, unknown> {
  const EventEmitterAsyncResource = createEmitterAsyncResource(AsyncResource);
  Object.assign(EventEmitter, { EventEmitterAsyncResource });
  return {
    ...functions,
    EventEmitterAsyncResource,
    get captureRejections() {
      return EventEmitter.prototype[capture];
    },
    get defaultMaxListeners() {
      return listenerLimit.max;
    },
    default: EventEmitter,
  };
}
