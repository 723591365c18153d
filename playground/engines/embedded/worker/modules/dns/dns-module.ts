import * as members from './dns-exports.ts';

/** `node:dns`, for the program's own machine. */
export * from './dns-exports.ts';
export default { ...members };
