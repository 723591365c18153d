import * as members from './https-exports.ts';

/** `node:https`: it says that there is none. */
export * from './https-exports.ts';
export default { ...members };
