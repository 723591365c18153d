import type { Place } from './address.ts';
import type { UiState } from './state.ts';

/** What a view's actions may do to the page. */
export interface Host {
  readonly state: () => UiState;
  /**
   * Takes over a new state; the reader stays where they are.
   * @param said what a screen reader announces about it
   */
  readonly change: (state: UiState, said?: string) => void;
  readonly go: (place: Place) => void;
}
