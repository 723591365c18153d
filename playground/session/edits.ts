import type { ExampleFile } from './example-file.ts';

/** What a reader changed in an example. The example itself stays as it was served. */
export interface Edits {
  /** Path → the text in place of the example's, or `null` for a file that was taken away. */
  readonly files: Readonly<Record<string, string | null>>;
  /** Environment variable → value, of the knobs that are off their default. */
  readonly knobs: Readonly<Record<string, string>>;
}

export const noEdits: Edits = { files: {}, knobs: {} };

export function hasEditedFiles({ files }: Edits): boolean {
  return Object.keys(files).length > 0;
}

/** The example with the reader's files: an edited file has nothing prepared, so its types remain. */
export function applyEdits(example: ExampleFile, { files }: Edits): ExampleFile {
  const kept = (name: string): boolean => !Object.hasOwn(files, name);
  const edited = Object.entries(files).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const inPlace = Object.entries(example.files).flatMap(([name, text]): [string, string][] => {
    const now = kept(name) ? text : files[name];
    return typeof now === 'string' ? [[name, now]] : [];
  });
  const added = edited.filter(([name]) => !Object.hasOwn(example.files, name));
  return {
    ...example,
    files: Object.fromEntries([...inPlace, ...added]),
    prepared: Object.fromEntries(Object.entries(example.prepared).filter(([name]) => kept(name))),
  };
}

/** Edits with one more: a file's new text, or `null` to take it away. */
export function withFile(
  edits: Edits,
  example: Pick<ExampleFile, 'files'>,
  name: string,
  text: string | null,
): Edits {
  const isOwn = Object.hasOwn(example.files, name);
  const isAsServed = isOwn ? example.files[name] === text : text === null;
  const others = Object.entries(edits.files).filter(([other]) => other !== name);
  return {
    ...edits,
    files: Object.fromEntries(isAsServed ? others : [...others, [name, text]]),
  };
}
