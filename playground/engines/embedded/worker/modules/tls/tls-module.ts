import * as members from './tls-exports.ts';

/** `node:tls`: it says that there is none. */
export * from './tls-exports.ts';
export default { ...members };
