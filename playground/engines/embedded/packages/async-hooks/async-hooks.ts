/**
 * `node:async_hooks`. A project that names it gets its context kept across `await`: this module
 * carries the parser for that, and runs before the project is linked.
 */
import { context } from 'node:internal/context';
import { rewriteAwaits } from './rewrite-awaits.ts';

context.enable(rewriteAwaits);

export * from 'node:internal/async_hooks';
export { default } from 'node:internal/async_hooks';
