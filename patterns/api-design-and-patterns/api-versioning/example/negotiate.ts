import { parseType, ranges } from './media-type.ts';
import type { MediaRange } from './media-type.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** The part of a request that says which version it wants. */
interface Asking {
  readonly path: string;
  readonly headers: Headers;
}

/** Which versions there are, and which of them answer now. */
export interface Versions {
  /** For who names none. */
  readonly usual: number;
  readonly has: (version: number) => boolean;
  readonly answers: (version: number) => boolean;
}

interface Asked {
  /** Undefined where it names none. */
  readonly version: number | undefined;
  readonly path: string;
  /** Of the answer, without its version. */
  readonly type: string;
}

type Refused =
  /** 406: nothing in `Accept` is what we have. */
  | 'not-acceptable'
  /** 400: no number, or two that differ. */
  | 'unclear';

const TYPE = 'application/vnd.tours.guide+json';
const JSON_TYPE = 'application/json';

/** What chose the answer, for caches: RFC 9110, 12.5.5. */
export const SELECTING = 'Accept, Tours-Version';

/** A version as its media type says it. */
export function mediaType(version: number, type = TYPE): string {
  return `${type}; version=${version}`;
}

/**
 * Three places for a version, so that you can compare them.
 * An API of your own has one.
 */
export function versionAsked(
  { path, headers }: Asking,
  versions: Versions,
): Asked | Refused {
  const [, inPath, rest] = /^\/v(\d+)(\/.*)$/.exec(path) ?? [];
  const named = [inPath, headers['tours-version']?.trim()]
    .filter((one) => one !== undefined)
    .map(numberOf);
  const [told, ...others] = new Set(named);
  if (others.length > 0 || Number.isNaN(told)) return 'unclear';
  const silent = told ?? versions.usual;
  const liked = likedIn(headers['accept'] ?? '*/*', silent);
  if (liked.length === 0) return 'not-acceptable';
  const range = liked.find(suits(told, versions.answers));
  // Better a 410 for what is over than a 406.
  const best = range ?? liked.find(suits(told, versions.has));
  if (!best)
    return told === undefined ? 'not-acceptable' : 'unclear';
  return {
    version: told ?? versionOf(best),
    path: rest ?? path,
    type: best.type === JSON_TYPE ? JSON_TYPE : TYPE,
  };
}

/**
 * The version in which a body is written.
 * @returns undefined where its type names none
 */
export function versionSent(
  headers: Headers,
  { has }: Versions,
): number | undefined | 'unsupported' {
  const sent = parseType(headers['content-type'] ?? JSON_TYPE);
  const isOurs = [TYPE, JSON_TYPE].includes(sent.type);
  const version = versionOf(sent);
  const isKnown = version === undefined || has(version);
  return isOurs && isKnown ? version : 'unsupported';
}

/** @param silent what a range without a version means */
function likedIn(accept: string, silent: number): MediaRange[] {
  const all = ranges(accept).filter(fits);
  const no = all.filter(({ q }) => q === 0).map(versionOf);
  // What names more counts: `*/*` does not bring it back.
  return all.filter(
    (range) =>
      range.q > 0 && !no.includes(versionOf(range) ?? silent),
  );
}

/** A range that says nothing else than what was told. */
function suits(
  told: number | undefined,
  can: (version: number) => boolean,
): (range: MediaRange) => boolean {
  return (range) => {
    const version = versionOf(range);
    if (version === undefined) return true;
    return told === undefined ? can(version) : version === told;
  };
}

function versionOf({ version }: MediaRange): number | undefined {
  return version === undefined ? undefined : numberOf(version);
}

function numberOf(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : NaN;
}

function fits({ type }: MediaRange): boolean {
  const any = ['*/*', 'application/*', JSON_TYPE];
  return type === TYPE || any.includes(type);
}
