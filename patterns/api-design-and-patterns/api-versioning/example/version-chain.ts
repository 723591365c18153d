/** JSON, as a client of one version writes and reads it. */
export type Body = Readonly<Record<string, unknown>>;

/** What one version changed, and how to undo it. */
export interface Change {
  /** The version that it made: 2 for the first change. */
  readonly makes: number;
  /** For the changelog: what clients have to do. */
  readonly says: string;
  /** An answer of this version, as the one before had it. */
  readonly down: (newer: Body) => Body;
  /**
   * What a client of the version before sent, in this one.
   * `stored` is what is there now, in this version: what that
   * client cannot see must outlive its write.
   */
  readonly up: (older: Body, stored?: Body) => Body;
}

/**
 * The code behind an API knows one version, the current. Each
 * change is written once, when it is made, and never touched
 * again: it sees bodies as they were on that day.
 */
export class VersionChain {
  readonly oldest = 1;
  readonly current: number;
  readonly #changes: readonly Change[];

  /** @throws {RangeError} unless they make 2, 3, 4 and so on */
  constructor(changes: readonly Change[]) {
    changes.forEach(({ makes }, at) => {
      if (makes === at + 2) return;
      throw new RangeError(`version ${at + 2} is missing`);
    });
    this.#changes = changes;
    this.current = changes.length + 1;
  }

  has(version: number): boolean {
    return (
      Number.isInteger(version) &&
      version >= this.oldest &&
      version <= this.current
    );
  }

  /** The current body, as a client of `version` knows it. */
  answer(current: Body, version: number): Body {
    return this.#since(version).reduceRight(
      (body, { down }) => down(body),
      current,
    );
  }

  /**
   * What a client of `version` sent, as the current version.
   * @param stored what is there now, in the current version
   */
  request(sent: Body, version: number, stored?: Body): Body {
    return this.#since(version).reduce(
      (body, { makes, up }) =>
        up(body, stored && this.answer(stored, makes)),
      sent,
    );
  }

  /** @throws {RangeError} for a version that never was */
  #since(version: number): readonly Change[] {
    if (!this.has(version))
      throw new RangeError(`there is no version ${version}`);
    return this.#changes.slice(version - 1);
  }
}
