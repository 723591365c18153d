/** Turns `.` and `..` of a path into what they mean. */

/**
 * @param segments between slashes
 * @param absolute whether `..` ends at the root, instead of going on upwards
 */
export function resolveDots(segments: readonly string[], absolute: boolean): string[] {
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!absolute) kept.push(segment);
  }
  return kept;
}

/** `a//b/../c/` → `a/c/`; nothing left is `.` */
export function normalize(path: string): string {
  if (path === '') return '.';
  const absolute = path.startsWith('/');
  const kept = resolveDots(path.split('/'), absolute).join('/');
  const end = path.endsWith('/') ? '/' : '';
  if (kept === '') return absolute ? '/' : `.${end}`;
  return `${absolute ? '/' : ''}${kept}${end}`;
}
