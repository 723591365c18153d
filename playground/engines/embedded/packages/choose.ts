/** A file that a package needs besides its text. */
export interface Asset {
  readonly name: string;
  /** What it is a part of, for the reader: `PostgreSQL`. */
  readonly title: string;
  /** As it travels, compressed. */
  readonly bytes: number;
  /** Finds where it is to be fetched from. */
  address(): Promise<string>;
}

/** What the page knows of a package before it is fetched. */
export interface PackageEntry {
  /** Packages that this one imports. */
  readonly imports: readonly string[];
  /** What a text looks like that uses a global which this one defines. */
  readonly globals?: RegExp;
  readonly assets?: readonly Asset[];
  /** Fetches its text, a module. */
  load(): Promise<string>;
}

/** By the name under which a program imports it. */
export type PackageIndex = Readonly<Record<string, PackageEntry>>;

/**
 * The packages that a project may import: those whose name stands quoted in one of its files, or
 * that define a global which one of them uses, and what these import in turn. Modules of Node are
 * found with and without `node:`.
 */
export function namedPackages(
  files: Readonly<Record<string, string>>,
  index: PackageIndex,
): readonly string[] {
  const texts = Object.values(files);
  const quoted = (name: string): boolean =>
    [`'${name}'`, `"${name}"`, `\`${name}\``].some((one) =>
      texts.some((text) => text.includes(one)),
    );
  const used = (globals?: RegExp): boolean =>
    globals !== undefined && texts.some((text) => globals.test(text));
  const named = (name: string): boolean =>
    quoted(name) || quoted(bareName(name)) || used(index[name]?.globals);
  const chosen = new Set<string>();
  const choose = (name: string): void => {
    if (chosen.has(name)) return;
    chosen.add(name);
    index[name]?.imports.forEach(choose);
  };
  Object.keys(index).filter(named).forEach(choose);
  return [...chosen];
}

/** `zlib` for `node:zlib`; any other name as it is. */
function bareName(name: string): string {
  return name.startsWith('node:') ? name.slice('node:'.length) : name;
}

/**
 * The names that a reader may import, without the modules of Node and the engine's own parts.
 * @param index anything by those names
 */
export function offeredPackages(index: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(index).filter((name) => !name.startsWith('node:'));
}
