import { Buffer } from '../../buffer/buffer.ts';
import { has, R } from '../core/flags.ts';
import type { Piece, ReadableState } from './readable-state.ts';

/** Taking chunks out of the buffer of a readable side. */

/** Beyond this many places that are read the buffer is cut. */
const mostRead = 1024;

/**
 * Takes `count` bytes or characters, or all, joined; in object mode, one object.
 * @returns null where there is nothing
 */
export function takeFromBuffer(count: number, state: ReadableState): unknown {
  if (state.length === 0) return null;
  const taken = has(state, R.objectMode) ? shift(state) : takePieces(count, state);
  if (state.bufferIndex === state.buffer.length) {
    state.buffer.length = 0;
    state.bufferIndex = 0;
  } else if (state.bufferIndex > mostRead) {
    state.buffer.splice(0, state.bufferIndex);
    state.bufferIndex = 0;
  }
  return taken;
}

function shift(state: ReadableState): unknown {
  const first = state.buffer[state.bufferIndex];
  state.buffer[state.bufferIndex] = null;
  state.bufferIndex += 1;
  return first;
}

function takePieces(count: number, state: ReadableState): Piece {
  const all = !count || count >= state.length;
  const pieces: Piece[] = [];
  let missing = all ? Infinity : count;
  while (missing > 0 && state.bufferIndex < state.buffer.length) {
    const piece = state.buffer[state.bufferIndex] as Piece;
    if (piece.length > missing) {
      pieces.push(piece.slice(0, missing) as Piece);
      state.buffer[state.bufferIndex] = piece.slice(missing);
    } else pieces.push(shift(state) as Piece);
    missing -= piece.length;
  }
  const [first] = pieces;
  // What was put back into a stream of text may be bytes, and stays what it is.
  if (first !== undefined && pieces.length === 1 && !(all && has(state, R.decoder))) return first;
  return joined(pieces, has(state, R.decoder));
}

function joined(pieces: readonly Piece[], isText: boolean): Piece {
  if (isText) return pieces.join('');
  return Buffer.concat(pieces as Buffer[]) as unknown as Buffer;
}
