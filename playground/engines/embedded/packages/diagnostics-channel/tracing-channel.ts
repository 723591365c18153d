import { invalidArgType, validateFunction } from 'node:internal/errors';
import { Channel, channel } from './channel.ts';

const events = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'] as const;
type EventName = (typeof events)[number];
type Channels = Record<EventName, Channel>;
type Context = Record<string, unknown>;

/** Five channels that tell of one call: its start, its end, what came later, what went wrong. */
export class TracingChannel {
  declare readonly start: Channel;
  declare readonly end: Channel;
  declare readonly asyncStart: Channel;
  declare readonly asyncEnd: Channel;
  declare readonly error: Channel;

  constructor(nameOrChannels: string | Partial<Channels>) {
    for (const name of events)
      Object.defineProperty(this, name, { value: channelOf(nameOrChannels, name) });
  }

  get hasSubscribers(): boolean {
    return events.some((name) => this[name].hasSubscribers);
  }

  subscribe(handlers: Partial<Record<EventName, unknown>>): void {
    for (const name of events) if (handlers[name]) this[name].subscribe(handlers[name]);
  }

  unsubscribe(handlers: Partial<Record<EventName, unknown>>): boolean {
    let done = true;
    for (const name of events)
      if (handlers[name] && !this[name].unsubscribe(handlers[name])) done = false;
    return done;
  }

  traceSync(
    fn: CallableFunction,
    context: Context = {},
    thisArg?: unknown,
    ...args: unknown[]
  ): unknown {
    const call = (): unknown => Reflect.apply(Function.prototype.apply, fn, [thisArg, args]);
    if (!this.hasSubscribers) return call();
    return this.#started(context, () => {
      const result = call();
      context['result'] = result;
      return result;
    });
  }

  tracePromise(
    fn: CallableFunction,
    context: Context = {},
    thisArg?: unknown,
    ...args: unknown[]
  ): unknown {
    const call = (): unknown => Reflect.apply(Function.prototype.apply, fn, [thisArg, args]);
    if (!this.hasSubscribers) return call();
    return this.#started(context, () => {
      const result = call();
      const promise = result instanceof Promise ? result : Promise.resolve(result);
      return promise.then(
        (value) => {
          context['result'] = value;
          this.#tellLater(context);
          return value as unknown;
        },
        (error: unknown) => {
          this.#fail(context, error);
          this.#tellLater(context);
          return Promise.reject(error);
        },
      );
    });
  }

  traceCallback(
    fn: CallableFunction,
    position = -1,
    context: Context = {},
    thisArg?: unknown,
    ...args: unknown[]
  ): unknown {
    const call = (): unknown => Reflect.apply(Function.prototype.apply, fn, [thisArg, args]);
    if (!this.hasSubscribers) return call();
    const callback = args.at(position);
    validateFunction(callback, 'callback');
    args.splice(position, 1, this.#wrapped(callback, context));
    return this.#started(context, call);
  }

  #wrapped(callback: CallableFunction, context: Context): CallableFunction {
    const { asyncStart, asyncEnd } = this;
    const fail = (error: unknown): void => this.#fail(context, error);
    return function wrappedCallback(this: unknown, ...results: unknown[]): unknown {
      const [error, result] = results;
      if (error) fail(error);
      else context['result'] = result;
      return asyncStart.runStores(context, () => {
        try {
          return Reflect.apply(callback as () => unknown, this, results);
        } finally {
          asyncEnd.publish(context);
        }
      });
    };
  }

  #started(context: Context, call: () => unknown): unknown {
    return this.start.runStores(context, () => {
      try {
        return call();
      } catch (error) {
        this.#fail(context, error);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  #tellLater(context: Context): void {
    this.asyncStart.publish(context);
    this.asyncEnd.publish(context);
  }

  #fail(context: Context, error: unknown): void {
    context['error'] = error;
    this.error.publish(context);
  }
}

function channelOf(given: string | Partial<Channels>, name: EventName): Channel {
  if (typeof given === 'string') return channel(`tracing:${given}:${name}`);
  if (typeof given !== 'object' || given === null)
    throw invalidArgType('nameOrChannels', ['string', 'TracingChannel', 'Object'], given);
  const own = given[name];
  if (!(own instanceof Channel)) throw invalidArgType(`nameOrChannels.${name}`, ['Channel'], own);
  return own;
}

export function tracingChannel(nameOrChannels: string | Partial<Channels>): TracingChannel {
  return new TracingChannel(nameOrChannels);
}
