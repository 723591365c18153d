import type { Arrival } from './session.ts';
import { adopt, goTo, report } from './state.ts';
import type { UiState } from './state.ts';

/** The state after the reader came to an address. */
export function afterArrival(state: UiState, arrival: Arrival): UiState {
  switch (arrival.kind) {
    case 'anchor':
      return state;
    case 'broken':
      return report(state, { what: 'link', why: arrival.problem, isPartial: false });
    case 'place':
      return goTo(state, arrival.place);
    case 'link':
      return adopt(goTo(state, arrival.place), arrival.wizard, 'link', arrival.dropped);
  }
}
