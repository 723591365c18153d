import type { Project } from '../engine/contract.ts';

/** An example as the site serves it, fetched when a reader is about to run it. */
export interface ExampleFile extends Pick<Project, 'name' | 'files' | 'entry'> {
  /** Path → JavaScript with the types stripped at build. */
  readonly prepared: Readonly<Record<string, string>>;
  /** Path of the tests, where there are some. */
  readonly tests?: string;
}
