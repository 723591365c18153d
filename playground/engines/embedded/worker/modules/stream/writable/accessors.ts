import { reading, settable } from '../core/accessors.ts';
import { has, only, put, W } from '../core/flags.ts';
import type { Writable } from '../core/types.ts';

/** A class may ask for these before its stream has a state. */
type Early = Partial<Pick<Writable, '_writableState'>>;

function flag(name: number): PropertyDescriptor {
  return reading<Early>(({ _writableState: state }) => !!state && has(state, name));
}

export const writableAccessors: PropertyDescriptorMap = {
  closed: flag(W.closed),
  destroyed: settable<Early>(
    ({ _writableState: state }) => !!state && has(state, W.destroyed),
    ({ _writableState: state }, value) => {
      if (state) put(state, W.destroyed, value);
    },
  ),
  writable: settable<Early>(
    ({ _writableState: state }) =>
      !!state &&
      state.writable !== false &&
      !has(state, W.ending | W.ended | W.destroyed | W.errored),
    ({ _writableState: state }, value) => {
      if (state) state.writable = !!value;
    },
  ),
  writableFinished: flag(W.finished),
  writableObjectMode: flag(W.objectMode),
  writableBuffer: reading<Early>(({ _writableState: state }) => state?.getBuffer()),
  writableEnded: flag(W.ending),
  writableNeedDrain: reading<Early>(
    ({ _writableState: state }) =>
      !!state && only(state, W.destroyed | W.ending | W.needDrain, W.needDrain),
  ),
  writableHighWaterMark: reading<Early>(({ _writableState: state }) => state?.highWaterMark),
  writableCorked: reading<Early>(({ _writableState: state }) => state?.corked ?? 0),
  writableLength: reading<Early>(({ _writableState: state }) => state?.length),
  errored: reading<Early>(({ _writableState: state }) => state?.errored ?? null),
  writableAborted: reading<Writable>(
    ({ _writableState: state }) =>
      !only(state, W.hasWritable | W.writable, W.hasWritable) &&
      has(state, W.destroyed | W.errored) &&
      !has(state, W.finished),
  ),
};
