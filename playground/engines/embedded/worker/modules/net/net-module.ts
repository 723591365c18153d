import * as members from './net-exports.ts';

/** `node:net`, within the program. */
export * from './net-exports.ts';
export default { ...members };
