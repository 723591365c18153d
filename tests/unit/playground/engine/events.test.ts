import nodeEvents from 'node:events';
import nodeUtil from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { AsyncContext } from '../../../../playground/engines/embedded/worker/context/async-context.ts';
import { AsyncIds } from '../../../../playground/engines/embedded/worker/context/async-ids.ts';
import { createAsyncResource } from '../../../../playground/engines/embedded/worker/modules/async-hooks/async-resource.ts';
import { createEvents } from '../../../../playground/engines/embedded/worker/modules/events/events-module.ts';
import { stackWithEmit } from '../../../../playground/engines/embedded/worker/modules/events/emitter-trouble.ts';
import { EventEmitter } from '../../../../playground/engines/embedded/worker/modules/events/event-emitter.ts';
import { on } from '../../../../playground/engines/embedded/worker/modules/events/on.ts';
import { once } from '../../../../playground/engines/embedded/worker/modules/events/once.ts';

/** Node's own, typed as ours. */
const NodeEmitter = nodeEvents as unknown as new () => EventEmitter;

/** What happened to an emitter, told by its listeners. */
function story(Emitter: new () => EventEmitter): unknown[] {
  const told: unknown[] = [];
  const tell =
    (name: string) =>
    (...args: unknown[]) =>
      void told.push([name, ...args.map((arg) => (typeof arg === 'function' ? arg.name : arg))]);
  const emitter = new Emitter();
  const removed = tell('removed in time');
  emitter.on('newListener', tell('new'));
  emitter.on('removeListener', tell('gone'));
  emitter.on('a', () => void emitter.off('a', removed));
  emitter.on('a', removed);
  emitter.once('a', tell('once'));
  emitter.prependListener('a', tell('first'));
  emitter.prependOnceListener('a', tell('first once'));
  told.push(emitter.emit('a', 1, 2), emitter.emit('a'), emitter.emit('b'));
  told.push(emitter.eventNames(), emitter.listenerCount('a'), emitter.rawListeners('a').length);
  emitter.removeAllListeners('a');
  emitter.removeAllListeners();
  told.push(emitter.eventNames());
  return told;
}

describe('EventEmitter', () => {
  it('does what Node does, in the same order', () => {
    expect(story(EventEmitter)).toEqual(story(NodeEmitter));
  });

  it('looks like Node’s when printed', () => {
    const [own, theirs] = [new EventEmitter(), new NodeEmitter()];
    for (const emitter of [own, theirs]) emitter.on('x', () => undefined);
    expect(nodeUtil.inspect(own)).toBe(nodeUtil.inspect(theirs));
    for (const emitter of [own, theirs]) emitter.on('x', () => undefined);
    expect(nodeUtil.inspect(own)).toBe(nodeUtil.inspect(theirs));
  });

  it('works without `new`, as old code has it', () => {
    function Old(this: EventEmitter): void {
      Reflect.apply(EventEmitter, this, []);
    }
    Old.prototype = Object.create(EventEmitter.prototype);
    const old = Reflect.construct(Old, []) as EventEmitter;
    const listener = vi.fn();
    old.on('x', listener);
    old.emit('x', 1);
    expect(listener).toHaveBeenCalledWith(1);
  });

  it('throws an error that nobody listens to, with the place of the emit', () => {
    const error = new Error('boom');
    expect(() => new EventEmitter().emit('error', error)).toThrow(error);
    const stack = Reflect.get(error, stackWithEmit) as () => string;
    expect(stack()).toContain("\nEmitted 'error' event at:\n");
    expect(() => new EventEmitter().emit('error', 7)).toThrow('Unhandled error. (7)');
  });

  it('warns of too many listeners, once', () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const emitter = new EventEmitter();
    for (let count = 0; count < 13; count++) emitter.on('x', () => undefined);
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  it('turns rejections into errors where it is asked to', async () => {
    const emitter = new EventEmitter({ captureRejections: true });
    emitter.on('x', async () => {
      throw new Error('late');
    });
    const caught = once(emitter, 'error');
    emitter.emit('x');
    expect(await caught).toMatchObject([{ message: 'late' }]);
  });
});

describe('once and on', () => {
  it('once gives the arguments, or throws the error', async () => {
    const emitter = new EventEmitter();
    const waiting = once(emitter, 'x');
    emitter.emit('x', 1, 2);
    expect(await waiting).toEqual([1, 2]);
    const failing = once(emitter, 'x');
    emitter.emit('error', new Error('broken'));
    await expect(failing).rejects.toThrow('broken');
    expect(emitter.eventNames()).toEqual([]);
  });

  it('once stops with its signal', async () => {
    const controller = new AbortController();
    const emitter = new EventEmitter();
    const waiting = once(emitter, 'x', { signal: controller.signal });
    controller.abort('why');
    await expect(waiting).rejects.toMatchObject({ code: 'ABORT_ERR', cause: 'why' });
    expect(emitter.eventNames()).toEqual([]);
  });

  it('on gives every event until it is closed', async () => {
    const emitter = new EventEmitter();
    const seen: unknown[] = [];
    const events = on(emitter, 'x', { close: ['end'] });
    for (const value of [1, 2, 3]) emitter.emit('x', value);
    emitter.emit('end');
    for await (const [value] of events) seen.push(value);
    expect(seen).toEqual([1, 2, 3]);
    expect(emitter.eventNames()).toEqual([]);
  });

  it('on throws what an error event carries, after what came before it', async () => {
    const emitter = new EventEmitter();
    const events = on(emitter, 'x');
    emitter.emit('x', 1);
    emitter.emit('error', new Error('broken'));
    expect(await events.next()).toEqual({ value: [1], done: false });
    await expect(events.next()).rejects.toThrow('broken');
    expect(await events.next()).toEqual({ value: undefined, done: true });
  });
});

describe('the module', () => {
  it('has the class as its default, and the functions as its members', () => {
    const events = createEvents(createAsyncResource(new AsyncContext(), new AsyncIds()));
    expect(events.default).toBe(EventEmitter);
    expect(Reflect.get(EventEmitter, 'once')).toBe(once);
    expect(events.defaultMaxListeners).toBe(10);
  });
});
