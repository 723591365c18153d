import { readFile, writeFile } from 'node:fs/promises';
import type { InlineCode } from './inline-code.ts';

/** Hash of an inline script → what it is, for the person who reviews the list. */
export type AllowedInline = Readonly<Record<string, string>>;

/** An inline script and one page that carries it. */
export interface SeenScript {
  readonly code: InlineCode;
  readonly pathname: string;
}

const SHOWN_CHARACTERS = 80;

/** Reads the committed list. */
export async function readAllowed(file: string): Promise<AllowedInline> {
  return JSON.parse(await readFile(file, 'utf8')) as AllowedInline;
}

/** Writes the list that allows exactly what was seen; known entries keep their description. */
export async function writeAllowed(
  file: string,
  seen: readonly SeenScript[],
  known: AllowedInline,
): Promise<void> {
  const entries = seen.map(({ code, pathname }): [string, string] => [
    code.hash,
    known[code.hash] ?? `on ${pathname}: ${firstCharacters(code.text)}`,
  ]);
  const ordered = entries.sort(([first], [second]) => (first < second ? -1 : 1));
  await writeFile(file, `${JSON.stringify(Object.fromEntries(ordered), null, 2)}\n`);
}

/**
 * Compares what the pages carry with what a person has allowed. Hashing whatever the build put out
 * would bless a hostile script as well (CVE-2024-29896), so a new script needs a commit.
 *
 * @returns One line a problem: a script nobody allowed, an entry no page needs.
 */
export function inlineProblems(seen: readonly SeenScript[], allowed: AllowedInline): string[] {
  const unknown = seen
    .filter(({ code }) => !(code.hash in allowed))
    .map(
      ({ code, pathname }) =>
        `${pathname} carries an inline script that is not allowed: ${code.hash} ${firstCharacters(code.text)}`,
    );
  const present = new Set(seen.map(({ code }) => code.hash));
  const stale = Object.entries(allowed)
    .filter(([hash]) => !present.has(hash))
    .map(([hash, what]) => `No page carries the allowed inline script ${hash} (${what})`);
  return [...unknown, ...stale];
}

function firstCharacters(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, SHOWN_CHARACTERS);
}
