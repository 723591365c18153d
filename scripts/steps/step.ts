/** What a step found. */
export interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Shown when something failed. */
  readonly output: string;
  /** Shown also when nothing failed. */
  readonly notes?: readonly string[];
}

/** One part of `npm run check` or `npm test`. */
export interface Step {
  readonly name: string;
  /** What a person types to run only this. */
  readonly rerun: string;
  /** Names of steps that must have passed. */
  readonly after?: readonly string[];
  /** How many of the machine's cores it keeps busy; 1 unless told. */
  readonly cores?: number;
  readonly run: () => Promise<Result>;
}

/** A step that ended. */
export interface Finished {
  readonly step: Step;
  readonly result: Result;
  readonly seconds: number;
}

/** @returns The result of a check that is one thing: it holds or not. */
export function checkResult(holds: boolean, output: string): Result {
  return { passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0, output };
}
