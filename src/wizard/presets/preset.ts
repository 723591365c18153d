import type { WizardState } from '../model/solution.ts';

/** A starting point that somebody can open, read as a blueprint, and change. */
export interface Preset {
  /** Names its page, `/blueprints/<slug>`. */
  readonly slug: string;
  /** What it is, as a heading. */
  readonly title: string;
  /** What somebody would ask for, in one sentence. */
  readonly request: string;
  readonly state: WizardState;
}
