import * as members from './promises-exports.ts';

/** `node:dns/promises`. */
export * from './promises-exports.ts';
export default { ...members };
