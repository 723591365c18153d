import { readline } from 'node:internal/readline';

/** `node:readline`, as programs import it. */
export const {
  Interface,
  clearLine,
  clearScreenDown,
  createInterface,
  cursorTo,
  emitKeypressEvents,
  moveCursor,
  promises,
} = readline;

export default readline;
