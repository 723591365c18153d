import { validateString } from '../errors/validate.ts';
import { normalize, resolveDots } from './normalize.ts';
import { basename, dirname, extname, format, parse } from './parts.ts';

/** `node:path` as on POSIX. */

function isAbsolute(path: string): boolean {
  validateString(path, 'path');
  return path.startsWith('/');
}

function join(...paths: readonly string[]): string {
  for (const path of paths) validateString(path, 'path');
  return normalize(paths.filter((path) => path !== '').join('/'));
}

/** Makes a function that resolves against the folder that `cwd` gives. */
function createResolve(cwd: () => string) {
  return (...paths: readonly string[]): string => {
    const used: string[] = [];
    for (const [index, path] of [...paths.entries()].reverse()) {
      validateString(path, `paths[${index}]`);
      used.unshift(path);
      if (path.startsWith('/')) break;
    }
    const whole = used[0]?.startsWith('/') ? used : [cwd(), ...used];
    return `/${resolveDots(whole.join('/').split('/'), true).join('/')}`;
  };
}

/** @param cwd gives the current folder, absolute */
export function createPath(cwd: () => string) {
  const resolve = createResolve(cwd);
  const path = {
    resolve,
    normalize(value: string): string {
      validateString(value, 'path');
      return normalize(value);
    },
    isAbsolute,
    join,
    relative(from: string, to: string): string {
      validateString(from, 'from');
      validateString(to, 'to');
      const [start, goal] = [from, to].map((each) => resolve(each).split('/').filter(Boolean));
      if (start === undefined || goal === undefined) return '';
      const different = start.findIndex((segment, index) => segment !== goal[index]);
      const shared = different < 0 ? start.length : different;
      return [...start.slice(shared).map(() => '..'), ...goal.slice(shared)].join('/');
    },
    toNamespacedPath: (value: string): string => value,
    dirname,
    basename,
    extname,
    format,
    parse,
    sep: '/',
    delimiter: ':',
  };
  // As in Node: the module is its own `posix`.
  return Object.assign(path, { posix: path });
}
