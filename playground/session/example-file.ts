import type { Project } from '../engine/contract.ts';

/** An example as the site serves it, fetched when a reader is about to run it. */
export interface ExampleFile extends Pick<Project, 'name' | 'files' | 'entry'> {
  /** Path → JavaScript with the types stripped at build. */
  readonly prepared: Readonly<Record<string, string>>;
  /** Path of the tests, where there are some. */
  readonly tests?: string;
  /** In the order of the page's questions. */
  readonly experiments?: readonly ExperimentFile[];
}

/** Without choices a reader answers in words of their own. */
export interface ExperimentFile {
  /** Knobs by the names of their variables. */
  readonly set: Readonly<Record<string, number>>;
  readonly choices?: readonly string[] | undefined;
  /** The one that is right, word for word. */
  readonly right?: string | undefined;
}
