import { invalidArgType, validateFunction } from 'node:internal/errors';

/** Channels by name, each made once. A channel that somebody listens to is an `ActiveChannel`. */

export type ChannelName = string | symbol;
export type Subscription = (message: unknown, name: ChannelName) => void;

/** What `AsyncLocalStorage` is to a channel. */
interface Store {
  run<Result>(value: unknown, call: () => Result): Result;
}
type Transform = ((message: unknown) => unknown) | undefined;

/** Prints as Node's own map. */
class SafeMap extends Map<Store, Transform> {}

/** What a subscriber throws is uncaught, in a tick of its own. */
function guarded(run: () => void): void {
  try {
    run();
  } catch (error) {
    process.nextTick(() => {
      throw error;
    });
  }
}

export class Channel {
  _subscribers: Subscription[] | undefined;
  _stores: SafeMap | undefined;
  readonly name: ChannelName;
  _index: undefined;

  constructor(name: ChannelName) {
    this._subscribers = undefined;
    this._stores = undefined;
    this.name = name;
    this._index = undefined;
    channels.set(name, this);
  }

  static [Symbol.hasInstance](value: unknown): boolean {
    const prototype: unknown =
      typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
    return prototype === Channel.prototype || prototype === ActiveChannel.prototype;
  }

  subscribe(subscription: unknown): void {
    activate(this).subscribe(subscription);
  }

  unsubscribe(_subscription: unknown): boolean {
    return false;
  }

  bindStore(store: Store, transform?: Transform): void {
    activate(this).bindStore(store, transform);
  }

  unbindStore(_store: Store): boolean {
    return false;
  }

  get hasSubscribers(): boolean {
    return false;
  }

  publish(_message?: unknown): void {}

  runStores(
    _message: unknown,
    fn: CallableFunction,
    thisArg?: unknown,
    ...args: unknown[]
  ): unknown {
    return Reflect.apply(fn as () => unknown, thisArg, args);
  }
}

class ActiveChannel {
  declare _subscribers: Subscription[];
  declare _stores: SafeMap;
  declare readonly name: ChannelName;

  subscribe(subscription: unknown): void {
    validateFunction(subscription, 'subscription');
    this._subscribers = [...this._subscribers, subscription as Subscription];
  }

  unsubscribe(subscription: unknown): boolean {
    const at = this._subscribers.indexOf(subscription as Subscription);
    if (at === -1) return false;
    this._subscribers = this._subscribers.toSpliced(at, 1);
    deactivate(this);
    return true;
  }

  bindStore(store: Store, transform?: Transform): void {
    this._stores.set(store, transform);
  }

  unbindStore(store: Store): boolean {
    const had = this._stores.delete(store);
    if (had) deactivate(this);
    return had;
  }

  get hasSubscribers(): boolean {
    return true;
  }

  publish(message?: unknown): void {
    for (const subscription of this._subscribers) guarded(() => subscription(message, this.name));
  }

  runStores(
    message: unknown,
    fn: CallableFunction,
    thisArg?: unknown,
    ...args: unknown[]
  ): unknown {
    let run = (): unknown => {
      this.publish(message);
      return Reflect.apply(fn as () => unknown, thisArg, args);
    };
    for (const [store, transform] of this._stores) run = enter(store, transform, message, run);
    return run();
  }
}

function enter(store: Store, transform: Transform, message: unknown, run: () => unknown) {
  return (): unknown => {
    let value = message;
    let failed = false;
    guarded(() => {
      failed = true;
      if (transform) value = transform(message);
      failed = false;
    });
    return failed ? run() : store.run(value, run);
  };
}

function activate(channel: Channel): ActiveChannel {
  Object.setPrototypeOf(channel, ActiveChannel.prototype);
  channel._subscribers = [];
  channel._stores = new SafeMap();
  return channel as unknown as ActiveChannel;
}

function deactivate(channel: ActiveChannel): void {
  if (channel._subscribers.length > 0 || channel._stores.size > 0) return;
  Object.setPrototypeOf(channel, Channel.prototype);
  Object.assign(channel, { _subscribers: undefined, _stores: undefined });
}

const channels = new Map<ChannelName, Channel>();

export function channel(name: unknown): Channel {
  if (typeof name !== 'string' && typeof name !== 'symbol')
    throw invalidArgType('channel', ['string', 'symbol'], name);
  return channels.get(name) ?? new Channel(name);
}
