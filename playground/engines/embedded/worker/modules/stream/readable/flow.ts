import { Stream } from '../core/legacy.ts';
import { has, lower, only, put, raise, R } from '../core/flags.ts';
import { nextTick } from '../core/ticks.ts';
import type { Readable } from '../core/types.ts';
import { StringDecoder } from '../../buffer/string-decoder.ts';
import type { EventName } from '../../events/emitter-state.ts';
import { emitReadable } from './read.ts';
import type { ReadableState } from './readable-state.ts';

/** The two ways of a readable side: flowing, by `data`, and paused, by `readable`. */

const base = Stream.prototype;

/** Reads as long as it flows and there is something. */
export function flow(stream: Readable): void {
  const state = stream._readableState;
  while (has(state, R.flowing) && stream.read() !== null);
}

function scheduleResume(stream: Readable, state: ReadableState): void {
  if (has(state, R.resumeScheduled)) return;
  raise(state, R.resumeScheduled);
  nextTick(resumeNow, stream, state);
}

function resumeNow(stream: Readable, state: ReadableState): void {
  if (!has(state, R.reading)) stream.read(0);
  lower(state, R.resumeScheduled);
  stream.emit('resume');
  flow(stream);
  if (only(state, R.flowing | R.reading, R.flowing)) stream.read(0);
}

function listenToReadable(stream: Readable, state: ReadableState): void {
  if (has(state, R.endEmitted | R.readableListening)) return;
  raise(state, R.readableListening | R.needReadable | R.hasFlowing);
  lower(state, R.flowing | R.emittedReadable);
  if (state.length > 0) emitReadable(stream);
  else if (!has(state, R.reading)) nextTick(() => stream.read(0));
}

/** After a listener to `readable` went: a `once` may have come back by now. */
function updateListening(stream: Readable): void {
  const state = stream._readableState;
  put(state, R.readableListening, stream.listenerCount('readable') > 0);
  const resumes = R.hasPaused | R.resumeScheduled;
  if (only(state, resumes | R.paused, resumes)) raise(state, R.hasFlowing | R.flowing);
  else if (has(state, R.dataListening)) stream.resume();
  else if (!has(state, R.readableListening)) lower(state, R.hasFlowing | R.flowing);
}

function on(this: Readable, name: EventName, listener: unknown): Readable {
  base.on.call(this, name, listener);
  const state = this._readableState;
  if (name === 'data') {
    raise(state, R.dataListening);
    if (this.listenerCount('readable') > 0) raise(state, R.readableListening);
    if (!only(state, R.hasFlowing | R.flowing, R.hasFlowing)) this.resume();
  } else if (name === 'readable') listenToReadable(this, state);
  return this;
}

function removeListener(this: Readable, name: EventName, listener: unknown): Readable {
  base.removeListener.call(this, name, listener);
  if (name === 'readable') nextTick(updateListening, this);
  else if (name === 'data' && this.listenerCount('data') === 0)
    lower(this._readableState, R.dataListening);
  return this;
}

export const flowMethods = {
  on,
  addListener: on,
  removeListener,
  off: removeListener,
  removeAllListeners(this: Readable, ...names: EventName[]): Readable {
    base.removeAllListeners.apply(this, names);
    const [name] = names;
    if (name === 'readable' || name === undefined) nextTick(updateListening, this);
    return this;
  },
  isPaused(this: Readable): boolean {
    const state = this._readableState;
    return has(state, R.paused) || only(state, R.hasFlowing | R.flowing, R.hasFlowing);
  },
  resume(this: Readable): Readable {
    const state = this._readableState;
    if (!has(state, R.flowing)) {
      raise(state, R.hasFlowing);
      put(state, R.flowing, !has(state, R.readableListening));
      scheduleResume(this, state);
    }
    raise(state, R.hasPaused);
    lower(state, R.paused);
    return this;
  },
  pause(this: Readable): Readable {
    const state = this._readableState;
    if (!only(state, R.hasFlowing | R.flowing, R.hasFlowing)) {
      raise(state, R.hasFlowing);
      lower(state, R.flowing);
      this.emit('pause');
    }
    raise(state, R.hasPaused | R.paused);
    return this;
  },
  /** From now on it gives text. What it holds is decoded at once. */
  setEncoding(this: Readable, encoding: BufferEncoding): Readable {
    const state = this._readableState;
    const decoder = new StringDecoder(encoding);
    state.decoder = decoder;
    state.encoding = (decoder as { readonly encoding?: string }).encoding ?? encoding;
    const held = state.buffer.slice(state.bufferIndex) as Uint8Array[];
    let text = held.map((bytes) => decoder.write(bytes)).join('');
    if (has(state, R.ended)) text += decoder.end();
    state.buffer.length = 0;
    state.bufferIndex = 0;
    if (text !== '') state.buffer.push(text);
    state.length = text.length;
    return this;
  },
};
