/** What the runner tells a reporter. */

/** Where a test was declared. */
export interface Location {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface About {
  readonly name: string;
  /** 0 for a test of the file's own. */
  readonly nesting: number;
  readonly location?: Location | undefined;
}

/** A mark behind a test's name: `# SKIP`, `# why not`. */
export type Directive = {
  readonly kind: 'skip' | 'todo' | 'expectFailure';
  readonly text?: string;
};

export interface Result extends About {
  readonly durationMs: number;
  readonly passed: boolean;
  readonly error: unknown;
  readonly directive?: Directive | undefined;
}

export type ReportEvent =
  | { readonly type: 'start'; readonly about: About }
  | { readonly type: 'result'; readonly result: Result }
  | { readonly type: 'diagnostic'; readonly nesting: number; readonly message: string };

export type Report = (event: ReportEvent) => void;
