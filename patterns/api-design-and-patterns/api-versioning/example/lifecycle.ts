/** How a version ends. All times are ms since 1970. */
export interface End {
  /** From here on new clients should not begin with it. */
  readonly deprecatedAt: number;
  /** From here on it may be gone. */
  readonly sunsetAt: number;
  /** It is gone for these hours, so that everybody notices. */
  readonly brownouts: readonly Span[];
  /** When it was turned off in truth. */
  readonly goneAt?: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

type Stage = 'current' | 'deprecated' | 'brownout' | 'gone';

/** Gives it back, or throws what makes no sense. */
export function checkEnd(end: End): End {
  // RFC 9745, 4: the end is never before its announcement.
  if (end.sunsetAt < end.deprecatedAt)
    throw new RangeError('sunset before deprecation');
  for (const { from, to } of end.brownouts) {
    if (from < end.deprecatedAt || to <= from)
      throw new RangeError('a brownout that nobody announced');
  }
  return end;
}

/** @param end nothing where no successor is in sight */
export function stageOf(
  end: End | undefined,
  now: number,
): Stage {
  if (!end || now < end.deprecatedAt) return 'current';
  if (now >= (end.goneAt ?? Infinity)) return 'gone';
  return brownoutAt(end, now) ? 'brownout' : 'deprecated';
}

export function brownoutAt(
  { brownouts }: End,
  now: number,
): Span | undefined {
  return brownouts.find(
    ({ from, to }) => now >= from && now < to,
  );
}

/**
 * What every answer of that version says of its end.
 * @param more.guide how to leave it, for people
 * @param more.successor the same thing in the next version
 */
export function endHeaders(
  { deprecatedAt, sunsetAt }: End,
  more: { readonly guide: string; readonly successor: string },
): Readonly<Record<string, string>> {
  const { guide, successor } = more;
  return {
    // RFC 9745: a date of RFC 9651, in seconds after an `@`.
    deprecation: `@${Math.floor(deprecatedAt / 1000)}`,
    // RFC 8594: an HTTP-date, which always ends in GMT.
    sunset: new Date(sunsetAt).toUTCString(),
    link:
      `<${guide}>; rel="deprecation"; type="text/html", ` +
      `<${successor}>; rel="successor-version"`,
  };
}

/** Who asks for which version: it decides when one ends. */
export class Use {
  /** Of each client: when it last came, by version. */
  readonly #last = new Map<string, Map<number, number>>();

  /** @param client by its key: a header is only a claim */
  seen(client: string, version: number, now: number): void {
    const versions = this.#last.get(client) ?? new Map();
    versions.set(version, now);
    this.#last.set(client, versions);
  }

  /** Who has come with it since then. */
  clientsOf(version: number, since: number): string[] {
    return [...this.#last]
      .filter(([, at]) => (at.get(version) ?? -1) >= since)
      .map(([client]) => client);
  }

  /** Whose last call was with it, however long ago. */
  clientsLeft(version: number): string[] {
    return [...this.#last]
      .filter(
        ([, at]) => at.get(version) === Math.max(...at.values()),
      )
      .map(([client]) => client);
  }
}
