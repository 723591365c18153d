import { errorOrDestroy } from '../core/destroy.ts';
import { has, lower, raise, R } from '../core/flags.ts';
import { prependListener } from '../core/legacy.ts';
import { nextTick } from '../core/ticks.ts';
import type { Readable, Writable } from '../core/types.ts';

/** `pipe`: one source, one destination, and what each hears of the other. */

export interface PipeOptions {
  readonly end?: boolean;
}

interface UnpipeInfo {
  hasUnpiped: boolean;
}

class Pipe {
  readonly #source: Readable;
  readonly #to: Writable;
  #drains = false;
  #over = false;

  constructor(source: Readable, to: Writable) {
    this.#source = source;
    this.#to = to;
  }

  start(options: PipeOptions | undefined): void {
    const source = this.#source;
    const to = this.#to;
    const state = source._readableState;
    const isStdio = to === (process.stdout as unknown) || to === (process.stderr as unknown);
    const atEnd = options?.end !== false && !isStdio ? this.#end : this.#unpipe;
    if (has(state, R.endEmitted)) nextTick(atEnd);
    else source.once('end', atEnd);
    to.on('unpipe', this.#onUnpipe as never);
    source.on('data', this.#onData);
    // Before the listeners of others, who may destroy the destination.
    prependListener(to, 'error', this.#onError);
    to.once('close', this.#onClose);
    to.once('finish', this.#onFinish);
    to.emit('pipe', source);
    if (to.writableNeedDrain === true) this.#pause();
    else if (!has(state, R.flowing)) source.resume();
  }

  readonly #end = (): void => void this.#to.end();
  readonly #unpipe = (): void => void this.#source.unpipe(this.#to);

  readonly #onUnpipe = (source: Readable, info?: UnpipeInfo): void => {
    if (source !== this.#source || info?.hasUnpiped !== false) return;
    info.hasUnpiped = true;
    this.#cleanUp();
  };

  readonly #onData = (chunk: unknown): void => {
    try {
      if (this.#to.write(chunk) === false) this.#pause();
    } catch (error) {
      this.#to.destroy(error as Error);
    }
  };

  readonly #onError = (error: unknown): void => {
    const to = this.#to;
    this.#unpipe();
    to.removeListener('error', this.#onError);
    if (to.listenerCount('error') > 0) return;
    const state = to._writableState || to._readableState;
    if (state && !state.errorEmitted) errorOrDestroy(to, error);
    else to.emit('error', error);
  };

  readonly #onClose = (): void => {
    this.#to.removeListener('finish', this.#onFinish);
    this.#unpipe();
  };

  readonly #onFinish = (): void => {
    this.#to.removeListener('close', this.#onClose);
    this.#unpipe();
  };

  readonly #onDrain = (): void => {
    const source = this.#source;
    const state = source._readableState;
    if (state.awaitDrainWriters === this.#to) state.awaitDrainWriters = null;
    else if (state.awaitDrainWriters instanceof Set) state.awaitDrainWriters.delete(this.#to);
    const waitsFor = state.awaitDrainWriters;
    const free = !waitsFor || (waitsFor instanceof Set && waitsFor.size === 0);
    if (free && has(state, R.dataListening)) source.resume();
  };

  #pause(): void {
    const state = this.#source._readableState;
    if (!this.#over) {
      if (state.pipes.length === 1 && state.pipes[0] === this.#to) {
        state.awaitDrainWriters = this.#to;
        lower(state, R.multiAwaitDrain);
      } else if (state.pipes.length > 1 && state.pipes.includes(this.#to)) {
        (state.awaitDrainWriters as Set<Writable>).add(this.#to);
      }
      this.#source.pause();
    }
    if (this.#drains) return;
    this.#drains = true;
    this.#to.on('drain', this.#onDrain);
  }

  #cleanUp(): void {
    const source = this.#source;
    const to = this.#to;
    to.removeListener('close', this.#onClose);
    to.removeListener('finish', this.#onFinish);
    if (this.#drains) to.removeListener('drain', this.#onDrain);
    to.removeListener('error', this.#onError);
    to.removeListener('unpipe', this.#onUnpipe as never);
    source.removeListener('end', this.#end);
    source.removeListener('end', this.#unpipe);
    source.removeListener('data', this.#onData);
    this.#over = true;
    // Nobody else would tell the source that this destination holds it back no more.
    const waits = !!source._readableState.awaitDrainWriters;
    if (this.#drains && waits && (!to._writableState || to._writableState.needDrain))
      this.#onDrain();
  }
}

export const pipeMethods = {
  pipe(this: Readable, to: Writable, options?: PipeOptions): Writable {
    const state = this._readableState;
    if (state.pipes.length === 1 && !has(state, R.multiAwaitDrain)) {
      raise(state, R.multiAwaitDrain);
      const waits = state.awaitDrainWriters as Writable | null;
      state.awaitDrainWriters = new Set(waits ? [waits] : []);
    }
    state.pipes.push(to);
    new Pipe(this, to).start(options);
    return to;
  },
  /** @param to without it, all destinations */
  unpipe(this: Readable, to?: Writable): Readable {
    const state = this._readableState;
    if (state.pipes.length === 0) return this;
    if (!to) {
      const all = state.pipes;
      state.pipes = [];
      this.pause();
      for (const each of all) each.emit('unpipe', this, { hasUnpiped: false });
      return this;
    }
    const at = state.pipes.indexOf(to);
    if (at === -1) return this;
    state.pipes.splice(at, 1);
    if (state.pipes.length === 0) this.pause();
    to.emit('unpipe', this, { hasUnpiped: false });
    return this;
  },
};
