/** What @connectrpc/connect-node imports of `node:https`. */
import { refuse } from './refuse.ts';

export const request = refuse('node:https; let the address begin with http:');
