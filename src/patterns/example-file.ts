import { createHash } from 'node:crypto';
import type { ExampleFile } from '../../playground/session/example-file.ts';
import type { ExamplePack } from './example-pack.ts';

/** The text that the site serves for an example: what the page's engine runs. */
export function exampleFileText({ capability, example, files, prepared }: ExamplePack): string {
  const file: ExampleFile = {
    name: capability,
    entry: example.entry,
    ...(example.tests === undefined ? {} : { tests: example.tests }),
    files,
    prepared,
    experiments: example.experiments.map(({ set, choices, right }) => ({ set, choices, right })),
  };
  return JSON.stringify(file);
}

/**
 * Path of that file below `/examples/`, without its ending. It carries a hash of the content, so
 * a browser may keep it for good.
 */
export function exampleFilePath(pack: ExamplePack): string {
  const hash = createHash('sha256').update(exampleFileText(pack)).digest('hex').slice(0, 8);
  return `${pack.capability}.${hash}`;
}

/** Where a page finds the file. */
export function exampleUrl(pack: ExamplePack): string {
  return `/examples/${exampleFilePath(pack)}.json`;
}
