import { reading, settable } from '../core/accessors.ts';
import type { Readable } from '../core/types.ts';

/** A class may ask for these before its stream has a state. */
type Early = Partial<Pick<Readable, '_readableState'>>;

export const readableAccessors: PropertyDescriptorMap = {
  readable: settable<Early>(
    ({ _readableState: state }) =>
      !!state &&
      state.readable !== false &&
      !state.destroyed &&
      !state.errorEmitted &&
      !state.endEmitted,
    ({ _readableState: state }, value) => {
      if (state) state.readable = !!value;
    },
  ),
  readableDidRead: reading<Readable>((stream) => stream._readableState.dataEmitted),
  readableAborted: reading<Readable>(({ _readableState: state }) => {
    const cutOff = state.destroyed || !!state.errored;
    return state.readable !== false && cutOff && !state.endEmitted;
  }),
  readableHighWaterMark: reading<Readable>((stream) => stream._readableState.highWaterMark),
  readableBuffer: reading<Early>((stream) => stream._readableState?.buffer),
  readableFlowing: settable<Readable>(
    (stream) => stream._readableState.flowing,
    ({ _readableState: state }, value) => {
      if (state) state.flowing = value as boolean | null;
    },
  ),
  readableLength: reading<Readable>((stream) => stream._readableState.length),
  readableObjectMode: reading<Early>((stream) => stream._readableState?.objectMode ?? false),
  readableEncoding: reading<Early>((stream) => stream._readableState?.encoding ?? null),
  errored: reading<Early>((stream) => stream._readableState?.errored ?? null),
  closed: reading<Early>((stream) => stream._readableState?.closed ?? false),
  destroyed: settable<Early>(
    (stream) => stream._readableState?.destroyed ?? false,
    ({ _readableState: state }, value) => {
      if (state) state.destroyed = value as boolean;
    },
  ),
  readableEnded: reading<Early>((stream) => stream._readableState?.endEmitted ?? false),
};
