import type { ListFactId } from '../../model/facts.ts';
import { facts } from '../../model/facts.ts';
import type { Cell } from '../../model/list-kinds.ts';
import { counted } from '../../../lib/text.ts';
import type { Host } from '../host.ts';
import { effectSaid } from '../question/effect-model.ts';
import type { UiState } from '../state.ts';
import { cellId } from './list-model.ts';
import {
  addRow,
  leaveCell,
  moveReferenceUp,
  moveRow,
  removeRow,
  setCell,
  toggleReference,
  typeCell,
} from './row-edits.ts';
import { keysOf, shownRows } from './row-state.ts';
import type { CellPlace } from './row-state.ts';

/** What the view of a list can ask for. */
export interface RowActions {
  readonly add: (fact: ListFactId) => void;
  readonly remove: (fact: ListFactId, key: number) => void;
  readonly move: (fact: ListFactId, key: number, by: -1 | 1) => void;
  readonly type: (place: CellPlace, text: string) => void;
  readonly leave: (place: CellPlace) => void;
  readonly set: (place: CellPlace, cell: Cell) => void;
  readonly toggle: (place: CellPlace, name: string, isNamed: boolean) => void;
  readonly moveUp: (place: CellPlace, name: string) => void;
}

/** Connects the view of lists to the page. */
export function rowActions(host: Host): RowActions {
  const answer = (state: UiState, said = '') => {
    host.change(state, [said, effectSaid(state)].join(' ').trim());
  };
  return {
    add: (fact) => {
      answer(addRow(host.state(), fact), `Added: ${countOf(fact, host, 1)}.`);
      const key = keysOf(host.state(), fact).at(-1);
      if (key !== undefined) focusName(fact, key);
    },
    remove: (fact, key) => {
      const state = host.state();
      const index = keysOf(state, fact).indexOf(key);
      const name = shownRows(state, fact)[index]?.name ?? '';
      answer(removeRow(state, fact, key), `${name} removed: ${countOf(fact, host, -1)}.`);
      const keys = keysOf(host.state(), fact);
      const next = keys[index] ?? keys[index - 1];
      if (next === undefined) focus(addId(fact));
      else focusName(fact, next);
    },
    move: (fact, key, by) => {
      const state = moveRow(host.state(), fact, key, by);
      const place = keysOf(state, fact).indexOf(key) + 1;
      answer(state, `Now ${place} of ${keysOf(state, fact).length}.`);
      focusMove(fact, key, by);
    },
    type: (place, text) => {
      host.change(typeCell(host.state(), place, text));
    },
    leave: (place) => {
      answer(leaveCell(host.state(), place));
    },
    set: (place, cell) => {
      answer(setCell(host.state(), place, cell));
    },
    toggle: (place, name, isNamed) => {
      answer(toggleReference(host.state(), place, name, isNamed));
    },
    moveUp: (place, name) => {
      answer(moveReferenceUp(host.state(), place, name), `${name} comes earlier.`);
      document
        .querySelector<HTMLElement>(`#${cellId(place)} [data-step="${name}"] button`)
        ?.focus();
    },
  };
}

/** The id of the button that adds a row. */
export function addId(fact: ListFactId): string {
  return `add-${fact}`;
}

/** The id of a button that moves a row. */
export function moveId(fact: ListFactId, key: number, by: -1 | 1): string {
  return `move-${fact}-${key}-${by === 1 ? 'down' : 'up'}`;
}

function countOf(fact: ListFactId, host: Host, change: number): string {
  return counted(shownRows(host.state(), fact).length + change, ...facts[fact].unit);
}

/** A new row is opened, and its name is marked, so that typing replaces it. */
function focusName(fact: ListFactId, key: number): void {
  const input = focus(cellId({ fact, key, column: 'name' }));
  if (input instanceof HTMLInputElement) input.select();
}

/** At either end the button that got the row there goes to rest, and the other one takes over. */
function focusMove(fact: ListFactId, key: number, by: -1 | 1): void {
  const moved = document.getElementById(moveId(fact, key, by));
  const isAtRest = moved instanceof HTMLButtonElement && moved.disabled;
  focus(moveId(fact, key, isAtRest ? (by === 1 ? -1 : 1) : by));
}

function focus(id: string): HTMLElement | null {
  const element = document.getElementById(id);
  element?.focus();
  return element;
}
