import { invalidArgValue, validateObject } from 'node:internal/errors';
import { httpError } from './http-errors.ts';
import { hasInvalidCharacter } from './tokens.ts';

/** `<…>` and its parameters. */
const linkValue = /^(?:<[^>]*>)(?:\s*;\s*[^;"\s]+(?:=(")?[^;"\s]*\1)?)*$/;
const wanted = 'must be an array or string of format "</styles.css>; rel=preload; as=style"';

/**
 * Headers of a 103 (RFC 8297).
 * @returns undefined where there is no link to hint at
 */
export function earlyHints(hints: unknown): Record<string, unknown> | undefined {
  validateObject(hints, 'hints');
  const { link, ...rest } = hints as Record<string, unknown>;
  if (link === null || link === undefined) return undefined;
  const Link = linkText(link);
  if (Link === '') return undefined;
  if (hasInvalidCharacter(Link)) throw httpError('ERR_INVALID_CHAR', 'header content', 'Link');
  return { Link, ...rest };
}

function linkText(link: unknown): string {
  if (typeof link !== 'string' && !Array.isArray(link))
    throw invalidArgValue('hints', link, wanted);
  const links = [link].flat() as unknown[];
  for (const each of links)
    if (typeof each !== 'string' || !linkValue.test(each))
      throw invalidArgValue('hints', each, wanted);
  return links.join(', ');
}
