import type { Solution } from '../model/solution.ts';
import type { OpenDecision } from './open-decision.ts';
import { undecidedData } from './undecided-data.ts';
import { undecidedRunning } from './undecided-running.ts';

/** An open decision, and why the given answers make it pressing. */
export interface Undecided {
  readonly number: number;
  readonly title: string;
  readonly choices: string;
  readonly because?: string;
}

/** Every open decision, in the order of the numbers. */
export const openDecisions: readonly OpenDecision[] = [
  ...undecidedData,
  ...undecidedRunning,
].toSorted((a, b) => a.number - b.number);

/** What the wizard leaves open; those that the answers touch come first. */
export function undecided(solution: Solution): readonly Undecided[] {
  const all = openDecisions.map(({ number, title, choices, touched }): Undecided => {
    const because = touched(solution);
    return { number, title, choices, ...(because !== undefined && { because }) };
  });
  const isTouched = ({ because }: Undecided): boolean => because !== undefined;
  return [...all.filter(isTouched), ...all.filter((each) => !isTouched(each))];
}
