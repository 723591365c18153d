/** A mistake in content, told so that the person who wrote it can mend it. */
export interface Problem {
  /** Path from the root of the repository. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly what: string;
  readonly whatToDo: string;
}

/** `file:line  what` and, below it, what to do. */
export function formatProblem({ file, line, what, whatToDo }: Problem): string {
  return `${file}:${line}  ${what}\n    ${whatToDo}`;
}

/** Thrown where content stops the build; the message lists every problem. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`${count} in the content:\n\n${problems.map(formatProblem).join('\n')}\n`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}
