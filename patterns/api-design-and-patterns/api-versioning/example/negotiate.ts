/** The part of a request that says which version it wants. */
interface Asking {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

type Asked =
  | {
      /** Undefined where it names none. */
      readonly version: number | undefined;
      readonly path: string;
    }
  /** 406: nothing in `Accept` is what we have. */
  | 'not-acceptable'
  /** 400: no number, or two that differ. */
  | 'unclear';

const TYPE = 'application/vnd.tours.guide+json';

/** What chose the answer, for caches: RFC 9110, 12.5.5. */
export const SELECTING = 'Accept, Tours-Version';

/** A version as its media type says it. */
export function mediaType(version: number): string {
  return `${TYPE}; version=${version}`;
}

/**
 * Three places for a version, so that you can compare them.
 * An API of your own has one.
 */
export function versionAsked({ path, headers }: Asking): Asked {
  const [, inPath, rest] = /^\/v(\d+)(\/.*)$/.exec(path) ?? [];
  const header = headers['tours-version'];
  const inType = versionAccepted(headers['accept'] ?? '*/*');
  if (inType === 'not-acceptable') return inType;
  const named = [inPath, header?.trim(), inType]
    .filter((one) => one !== undefined)
    .map((one) => (/^\d{1,6}$/.test(one) ? Number(one) : NaN));
  const [version, ...others] = new Set(named);
  if (others.length > 0 || Number.isNaN(version))
    return 'unclear';
  return { version, path: rest ?? path };
}

/** The version in the type that `Accept` likes best. */
function versionAccepted(
  accept: string,
): string | undefined | 'not-acceptable' {
  const [best] = accept
    .split(',')
    .map(rangeOf)
    .filter(({ type, q }) => q > 0 && fits(type))
    .sort(
      (one, other) =>
        other.q - one.q || named(other) - named(one),
    );
  return best ? best.version : 'not-acceptable';
}

/** Of two that are liked the same, the one that names more. */
function named({ version }: { version?: string }): number {
  return version === undefined ? 0 : 1;
}

function fits(type: string): boolean {
  const any = ['*/*', 'application/*', 'application/json'];
  return type === TYPE || any.includes(type);
}

function rangeOf(text: string): {
  type: string;
  version?: string;
  q: number;
} {
  const [type = '', ...more] = text
    .split(';')
    .map((part) => part.trim());
  const parameters = new Map(
    more.map((parameter) => {
      const [name = '', value = ''] = parameter.split('=');
      return [name.toLowerCase(), value.replaceAll('"', '')];
    }),
  );
  const q = Number(parameters.get('q') ?? 1);
  const version = parameters.get('version');
  return {
    type: type.toLowerCase(),
    ...(version !== undefined && { version }),
    q,
  };
}
