/** A type, or a range of types, and what it says besides. */
export interface MediaRange {
  readonly type: string;
  readonly version?: string;
  /** How much it is liked: RFC 9110, 12.4.2. */
  readonly q: number;
}

/** All that `Accept` names, what it likes best first. */
export function ranges(accept: string): MediaRange[] {
  return accept
    .split(',')
    .map(parseType)
    .sort(
      (one, other) =>
        other.q - one.q || exactness(other) - exactness(one),
    );
}

/** Of two that are liked the same, the one that names more. */
function exactness({ type, version }: MediaRange): number {
  if (version !== undefined) return 2;
  return type.includes('*') ? 0 : 1;
}

/** One type with its parameters: RFC 9110, 8.3.1. */
export function parseType(text: string): MediaRange {
  const [type = '', ...more] = text
    .split(';')
    .map((part) => part.trim());
  const parameters = new Map(
    more.map((parameter) => {
      const [name = '', value = ''] = parameter.split('=');
      return [name.toLowerCase(), value.replaceAll('"', '')];
    }),
  );
  const version = parameters.get('version');
  return {
    type: type.toLowerCase(),
    ...(version !== undefined && { version }),
    q: Number(parameters.get('q') ?? 1),
  };
}
