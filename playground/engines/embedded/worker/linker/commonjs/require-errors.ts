import { nodeError } from '../../modules/errors/node-error.ts';
import { parentOf, type CjsModule } from './cjs-module.ts';

/** Node's errors for a `require` that leads nowhere, word for word. */

/** Files that led to a `require`, the nearest first. */
export function requireStack(from: CjsModule | null | undefined): string[] {
  const stack: string[] = [];
  for (let module = from; module; module = parentOf(module))
    stack.push(module.filename ?? module.id);
  return stack;
}

function withStack(message: string, stack: readonly string[]): string {
  return stack.length === 0 ? message : `${message}\nRequire stack:\n- ${stack.join('\n- ')}`;
}

export function cannotFind(request: string, from: CjsModule | null | undefined): Error {
  const stack = requireStack(from);
  const error = new Error(withStack(`Cannot find module '${request}'`, stack));
  return Object.assign(error, { code: 'MODULE_NOT_FOUND', requireStack: stack });
}

/** An ES module is linked by the browser, which does that later: `require` cannot wait. */
export function esModule(filename: string, from: CjsModule | null | undefined): Error {
  const message =
    `The built-in engine cannot require() the ES module ${filename}. Use import() instead, ` +
    'or run the example in WebContainer, or download it and run it with Node.js.';
  const text = withStack(message, requireStack(from));
  return nodeError(Error, 'ERR_REQUIRE_ESM', text, esModule);
}

/** A module of Node that is fetched on demand, and that no file names. */
export function unnamedPackage(name: string): Error {
  const message =
    `The built-in engine has ${name}, but must know of it before the program starts. ` +
    `Write the name as a text of its own, such as require('${name}').`;
  return nodeError(Error, 'ERR_UNKNOWN_BUILTIN_MODULE', message, unnamedPackage);
}

/** A file that Node would have opened. */
export function noSuchFile(path: string): Error {
  const message = `ENOENT: no such file or directory, open '${path}'`;
  return Object.assign(new Error(message), { errno: -2, code: 'ENOENT', syscall: 'open', path });
}
