import { validateString } from '../errors/validate.ts';
import { matchesGlob } from './glob-door.ts';
import { normalize, resolveDots } from './normalize.ts';
import { basename, dirname, extname, format, parse, type ParsedPath } from './parts.ts';
import * as windows from './windows.ts';
import * as windowsParts from './windows-parts.ts';

/** `node:path`: paths of POSIX, and those of Windows beside them. */

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

function relative(from: string, to: string, resolve: (path: string) => string): string {
  validateString(from, 'from');
  validateString(to, 'to');
  const [start = [], goal = []] = [from, to].map((each) =>
    resolve(each).split('/').filter(Boolean),
  );
  const different = start.findIndex((segment, index) => segment !== goal[index]);
  const shared = different < 0 ? start.length : different;
  return [...start.slice(shared).map(() => '..'), ...goal.slice(shared)].join('/');
}

/** @param cwd gives the current folder, absolute */
function createPosix(cwd: () => string) {
  const resolve = createResolve(cwd);
  return {
    resolve,
    normalize(path: string): string {
      validateString(path, 'path');
      return normalize(path);
    },
    isAbsolute,
    join,
    relative: (from: string, to: string): string => relative(from, to, resolve),
    toNamespacedPath: (path: string): string => path,
    dirname,
    basename,
    extname,
    format: (parts: Partial<ParsedPath>): string => format(parts, '/'),
    parse,
    matchesGlob: (path: string, pattern: string): boolean => matchesGlob(path, pattern, false),
    sep: '/',
    delimiter: ':',
  };
}

function createWindows(cwd: () => string) {
  const resolve = windows.createResolve(cwd);
  return {
    resolve,
    normalize: windows.normalize,
    isAbsolute: windows.isAbsolute,
    join: windows.join,
    relative: (from: string, to: string): string => windows.relative(from, to, resolve),
    toNamespacedPath: (path: string): string => windows.toNamespacedPath(path, resolve),
    dirname: windowsParts.dirname,
    basename: windowsParts.basename,
    extname: windowsParts.extname,
    format: (parts: Partial<ParsedPath>): string => format(parts, '\\'),
    parse: windowsParts.parse,
    matchesGlob: (path: string, pattern: string): boolean => matchesGlob(path, pattern, true),
    sep: '\\',
    delimiter: ';',
  };
}

/** `node:path`, which is its own `posix`. @param cwd gives the current folder, absolute */
export function createPath(cwd: () => string) {
  const [posix, win32] = [createPosix(cwd), createWindows(cwd)];
  const both = { win32, posix };
  return Object.assign(posix, both, {
    posix: Object.assign(posix, both),
    win32: Object.assign(win32, both, { _makeLong: win32.toNamespacedPath }),
    _makeLong: posix.toNamespacedPath,
  });
}
