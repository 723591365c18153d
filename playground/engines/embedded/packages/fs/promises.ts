import { validateFunction } from 'node:internal/errors';
import { operations } from './callbacks.ts';
import { constants } from './constants.ts';
import { prepareCp } from './copy-tree.ts';
import { opendir } from './dir.ts';
import { FileHandle, writeAny } from './file-handle.ts';
import { promiseForm, runLater, type Operation } from './forms/forms.ts';
import { globLater } from './glob.ts';
import { remove } from './operations/names.ts';
import { watchLater } from './watch/watchers.ts';

/** `node:fs/promises`. */

const { mkdtemp, open, readFile, writeFile, appendFile } = operations;

/** Operations whose form is made of nothing but the operation. */
const plain = [
  ...(['access', 'copyFile', 'rename', 'truncate', 'rm', 'rmdir', 'mkdir', 'readdir'] as const),
  ...(['readlink', 'symlink', 'lstat', 'stat', 'statfs', 'link', 'unlink', 'chmod'] as const),
  ...(['lchown', 'chown', 'utimes', 'lutimes', 'realpath', 'mkdtemp'] as const),
];
const forms = Object.fromEntries(plain.map((name) => [name, promiseForm(name, operations[name])]));

/** Node tells why with the argument's name only where it is called: a handle is used as it is. */
function wholeFile(name: string, operation: Operation) {
  return async (target: unknown, ...args: unknown[]): Promise<unknown> => {
    if (target instanceof FileHandle && name === 'readFile') return target.readFile(args[0]);
    const [data, options] = args;
    if (name === 'readFile')
      return runLater(Reflect.apply(operation, undefined, [target, data]) as () => unknown);
    if (target instanceof FileHandle)
      return name === 'writeFile'
        ? target.writeFile(data, options)
        : target.appendFile(data, options);
    return writeAny(String(target), data, options, async (all, given) =>
      runLater(Reflect.apply(operation, undefined, [target, all, given]) as () => unknown),
    );
  };
}

function named<Form extends CallableFunction>(name: string, length: number, form: Form): Form {
  Object.defineProperty(form, 'length', { value: length, configurable: true });
  return Object.defineProperty(form, 'name', { value: name, configurable: true });
}

/** A folder that goes away with its block. */
async function mkdtempDisposable(prefix: unknown, options?: unknown): Promise<object> {
  const path = String(await runLater(mkdtemp(prefix, options)));
  const removeIt = (): Promise<void> =>
    runLater(() => remove(path, { force: true, recursive: true }));
  return { path, remove: removeIt, [Symbol.asyncDispose]: removeIt };
}

const lchmod = named('lchmod', 2, async (): Promise<never> => {
  const message = 'The lchmod() method is not implemented';
  throw Object.assign(new Error(message), { code: 'ERR_METHOD_NOT_IMPLEMENTED' });
});

export const promises = {
  access: forms['access'],
  copyFile: forms['copyFile'],
  cp: named('cp', 3, async (from: unknown, to: unknown, options?: unknown) =>
    prepareCp(from, to, options)(),
  ),
  glob: named('glob', 2, globLater),
  open: named('open', 3, async (path: unknown, flags?: unknown, mode?: unknown) =>
    runLater(open(path, flags, mode)).then((fd) => new FileHandle(fd)),
  ),
  opendir: named('opendir', 2, async (path: unknown, options?: unknown) =>
    runLater(opendir(path, options)),
  ),
  ...Object.fromEntries(
    (['rename', 'truncate', 'rm', 'rmdir', 'mkdir', 'readdir', 'readlink', 'symlink'] as const).map(
      (name) => [name, forms[name]],
    ),
  ),
  ...Object.fromEntries(
    (['lstat', 'stat', 'statfs', 'link', 'unlink', 'chmod'] as const).map((name) => [
      name,
      forms[name],
    ]),
  ),
  lchmod,
  ...Object.fromEntries(
    (['lchown', 'chown', 'utimes', 'lutimes', 'realpath', 'mkdtemp'] as const).map((name) => [
      name,
      forms[name],
    ]),
  ),
  mkdtempDisposable,
  writeFile: named('writeFile', 3, wholeFile('writeFile', writeFile)),
  appendFile: named('appendFile', 3, wholeFile('appendFile', appendFile)),
  readFile: named('readFile', 2, wholeFile('readFile', readFile)),
  watch: named('watch', 2, watchLater),
  constants,
};

/** For `util.promisify` of functions whose callbacks get more than one result. */
export function promisedResults(name: string, members: readonly string[]) {
  return (call: CallableFunction) =>
    named(name, call.length, (...args: unknown[]) => {
      validateFunction(call, name);
      return new Promise((resolve, reject) => {
        const done = (error: Error | null, ...results: unknown[]): void => {
          if (error) reject(error);
          else resolve(Object.fromEntries(members.map((member, at) => [member, results[at]])));
        };
        Reflect.apply(call, undefined, [...args, done]);
      });
    });
}
