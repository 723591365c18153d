import type { Edits } from '../session/edits.ts';
import type { ExampleFile } from '../session/example-file.ts';
import type { Problem } from '../session/outcome-text.ts';

/** What the tools need of the block that they stand in. */
export interface Bench {
  readonly host: HTMLElement;
  /** `<category>/<capability>`. */
  readonly name: string;
  /** As the site serves it. */
  example(): Promise<ExampleFile>;
  /** Runs are of these edits from now on. */
  use(edits: Edits): void;
  /** The edits are a stranger's: they do not run before a reader asks for it in so many words. */
  hold(): void;
  showProblem(problem: Problem): void;
}

export const problems = {
  editor: {
    what: 'The editor did not load.',
    whatToDo: 'Check the connection and press Edit again.',
  },
  download: {
    what: 'The download was not made.',
    whatToDo: 'Check the connection and press Download again.',
  },
  share: {
    what: 'The link was not made.',
    whatToDo: 'Check the connection and press Share again.',
  },
  link: {
    what: 'The code of this link was not opened.',
    whatToDo: 'Check the connection and reload the page.',
  },
} as const satisfies Record<string, Problem>;
