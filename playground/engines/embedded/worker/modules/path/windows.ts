import { validateString } from '../errors/validate.ts';
import { resolveDots } from './normalize.ts';
import { isSeparator, rootOf } from './windows-root.ts';

/** `path.win32`: paths of Windows, on any machine. */

const separators = /[\\/]/;
const reserved = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/i;

/** Names that Windows keeps for devices. As in Node: without a colon, the last letter is left out. */
function isReserved(path: string): boolean {
  return reserved.test(path.slice(0, path.indexOf(':')));
}

/** A kept name and its colon stand where a drive would. */
function reservedEnd(path: string): number {
  const colon = path.indexOf(':');
  return colon > 1 && isReserved(path) ? colon + 1 : 0;
}

/** What would be read as a drive is none. */
function looksLikeDrive(path: string, tail: string): boolean {
  return /^[A-Za-z]:/.test(tail) || /:(?:[\\/]|$)/.test(path);
}

export function normalize(path: string): string {
  validateString(path, 'path');
  if (path === '') return '.';
  if (path.length === 1) return path === '/' ? '\\' : path;
  const root = rootOf(path);
  const end = root.end || reservedEnd(path);
  const device = root.device || path.slice(root.end, end);
  const { absolute } = root;
  const rest = path.slice(end);
  const kept = resolveDots(rest.split(separators), absolute).join('\\');
  const bare = kept === '' && !absolute ? '.' : kept;
  const tail = bare !== '' && rest !== '' && isSeparator(rest.at(-1)) ? `${bare}\\` : bare;
  if (!absolute && device === '' && looksLikeDrive(path, tail)) return `.\\${tail}`;
  if (isReserved(path)) return `.\\${device}${tail}`;
  return `${device}${absolute ? '\\' : ''}${tail}`;
}

export function isAbsolute(path: string): boolean {
  validateString(path, 'path');
  return /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);
}

/** Two separators at the start name a server only where somebody wrote them so. */
export function join(...paths: readonly string[]): string {
  for (const path of paths) validateString(path, 'path');
  const [first, ...rest] = paths.filter((path) => path !== '');
  if (first === undefined) return '.';
  const joined = [first, ...rest].join('\\');
  const isShare = /^[\\/]{2}[^\\/]/.test(first);
  const rooted = isShare ? joined : joined.replace(/^[\\/]{2,}/, '\\');
  const keepsDevice = rooted.split('\\').some((name) => name.includes(':') && isReserved(name));
  return keepsDevice ? rooted.replaceAll('/', '\\') : normalize(rooted);
}

/** @param cwd gives the current folder, absolute */
export function createResolve(cwd: () => string) {
  return (...paths: readonly string[]): string => {
    let device = '';
    let tail = '';
    let absolute = false;
    const take = (path: string): void => {
      const root = rootOf(path);
      // Another drive than the one that is known.
      if (root.device !== '' && device !== '' && root.device.toLowerCase() !== device.toLowerCase())
        return;
      device ||= root.device;
      if (absolute) return;
      tail = `${path.slice(root.end)}\\${tail}`;
      absolute = root.absolute;
    };
    for (const [index, path] of [...paths.entries()].reverse()) {
      validateString(path, `paths[${index}]`);
      if (path !== '') take(path);
      if (absolute && device !== '') break;
    }
    if (!absolute || device === '') takeCurrent();
    function takeCurrent(): void {
      const current = cwd();
      if (device === '' || !absolute) take(current);
    }
    const kept = resolveDots(tail.split(separators), absolute).join('\\');
    return `${device}${absolute ? '\\' : ''}${kept}` || '.';
  };
}

/** Names that stay, once separators at both ends are gone. */
function namesOf(path: string): string[] {
  const inner = path.replaceAll(/^\\+|\\+$/g, '');
  return inner === '' ? [] : inner.split('\\');
}

/** Letters count alike, whether capitals or not. */
export function relative(from: string, to: string, resolve: (path: string) => string): string {
  validateString(from, 'from');
  validateString(to, 'to');
  const [start, goal] = [resolve(from), resolve(to)];
  if (from === to || start.toLowerCase() === goal.toLowerCase()) return '';
  const [names, wanted] = [namesOf(start), namesOf(goal)];
  const different = names.findIndex(
    (name, index) => name.toLowerCase() !== wanted[index]?.toLowerCase(),
  );
  const shared = different < 0 ? names.length : different;
  if (shared === 0 && names.length > 0 && wanted.length > 0) return goal;
  return [...names.slice(shared).map(() => '..'), ...wanted.slice(shared)].join('\\');
}

/** A path that Windows takes as it stands, however long. */
export function toNamespacedPath(path: string, resolve: (path: string) => string): string {
  if (typeof path !== 'string' || path === '') return path;
  const resolved = resolve(path);
  if (resolved.length <= 2) return path;
  if (/^\\\\[^?.]/.test(resolved)) return `\\\\?\\UNC\\${resolved.slice(2)}`;
  return /^[A-Za-z]:\\/.test(resolved) ? `\\\\?\\${resolved}` : resolved;
}
