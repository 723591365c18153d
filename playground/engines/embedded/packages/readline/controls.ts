import { invalidArgValue, nodeError, validateFunction } from 'node:internal/errors';

/** Functions that move the cursor of a terminal, by the sequences of ECMA-48. */

const csi = '\u001b[';
export const toColumn = (x: number): string => `${csi}${x + 1}G`;
export const toPlace = (x: number, y: number): string => `${csi}${y + 1};${x + 1}H`;
export const clearDown = `${csi}0J`;
export const clearParts = { before: `${csi}1K`, after: `${csi}0K`, all: `${csi}2K` } as const;

export function clearText(direction: number): string {
  if (direction < 0) return clearParts.before;
  return direction > 0 ? clearParts.after : clearParts.all;
}

/** @returns nothing where it stays in its place */
export function moveText(dx: number, dy: number): string {
  const across = dx < 0 ? `${csi}${-dx}D` : dx > 0 ? `${csi}${dx}C` : '';
  const down = dy < 0 ? `${csi}${-dy}A` : dy > 0 ? `${csi}${dy}B` : '';
  return across + down;
}

interface Terminal {
  write(text: string, callback?: unknown): boolean;
}
type Stream = Terminal | null | undefined;

function check(callback: unknown): void {
  if (callback !== undefined) validateFunction(callback, 'callback');
}

/** Nothing is to be written. */
function skip(callback: unknown): true {
  if (typeof callback === 'function') process.nextTick(callback as () => void, null);
  return true;
}

function send(stream: Stream, text: string, callback: unknown): boolean {
  return stream && text !== '' ? stream.write(text, callback) : skip(callback);
}

function noColumn(): Error {
  const message = 'Cannot set cursor row without setting its column';
  return nodeError(TypeError, 'ERR_INVALID_CURSOR_POS', message, noColumn);
}

export function cursorTo(stream: Stream, x: unknown, y?: unknown, last?: unknown): boolean {
  check(last);
  const callback = typeof y === 'function' ? y : last;
  const row = typeof y === 'function' ? undefined : y;
  if (Number.isNaN(x)) throw invalidArgValue('x', x);
  if (Number.isNaN(row)) throw invalidArgValue('y', row);
  if (!stream || (typeof x !== 'number' && typeof row !== 'number')) return skip(callback);
  if (typeof x !== 'number') throw noColumn();
  return send(stream, typeof row === 'number' ? toPlace(x, row) : toColumn(x), callback);
}

export function moveCursor(stream: Stream, dx: number, dy: number, callback?: unknown): boolean {
  check(callback);
  return send(stream, moveText(dx, dy), callback);
}

export function clearLine(stream: Stream, direction: number, callback?: unknown): boolean {
  check(callback);
  return send(stream, clearText(direction), callback);
}

export function clearScreenDown(stream: Stream, callback?: unknown): boolean {
  check(callback);
  return send(stream, clearDown, callback);
}

/** @throws always: keys are pressed in terminals, and a page has none */
export function emitKeypressEvents(): never {
  const message =
    'The built-in engine has no terminal, so emitKeypressEvents has no keys to tell of. ' +
    'Run the example in WebContainer, or download it and run it with Node.js.';
  throw nodeError(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', message, emitKeypressEvents);
}
