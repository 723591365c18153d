import { readlinePromises } from 'node:internal/readline';

/** `node:readline/promises`, as programs import it. */
export const { Interface, Readline, createInterface } = readlinePromises;

export default readlinePromises;
