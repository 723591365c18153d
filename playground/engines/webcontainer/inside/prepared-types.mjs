// @ts-check
/**
 * Runs in the container before a program, where Node.js there is older than 22.18 and does not strip
 * types: the `.ts` files were stripped before they were copied, and are loaded as they are.
 */
import * as nodeModule from 'node:module';

const hooks = `
import { readFile } from 'node:fs/promises';
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  return { format: 'module', source: await readFile(new URL(url), 'utf8'), shortCircuit: true };
}`;

/** @type {unknown} Deprecated in Node.js 26, and the only way in those that come here. */
const loaders = nodeModule;
const { register } = /** @type {{ register: (specifier: string) => void }} */ (loaders);
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
