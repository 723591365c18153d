import { closest } from './closest.ts';
import type { SearchEntry } from './entry.ts';
import type { TextHit } from './full-text.ts';
import { search } from './rank.ts';
import type { Hit } from './rank.ts';
import type { Searchable } from './searchable.ts';

/** Everything the search box shows. It never changes in place: each step makes the next. */
export interface BoxState {
  readonly query: string;
  readonly total: number;
  /** All that were found; the first ones are shown. */
  readonly found: number;
  readonly hits: readonly Hit[];
  /** What to offer in place of hits. */
  readonly closest: readonly SearchEntry[];
  readonly textHits: readonly TextHit[];
  /** Index of the option the arrow keys are at; -1 while they are in the box. */
  readonly active: number;
}

const hitLimit = 8;

/** The state after a query was answered from the catalogue; places in the text come later. */
export function answered(searchable: Searchable, query: string): BoxState {
  const hits = search(searchable, query);
  const isInVain = hits.length === 0 && query.trim() !== '';
  return {
    query,
    total: searchable.items.length,
    found: hits.length,
    hits: hits.slice(0, hitLimit),
    closest: isInVain ? closest(searchable, query) : [],
    textHits: [],
    active: -1,
  };
}

/** Adds places in the text, unless they answer an older query. */
export function withText(state: BoxState, query: string, textHits: readonly TextHit[]): BoxState {
  return state.query === query ? { ...state, textHits } : state;
}

/** Where each option leads, in the order shown. */
export function optionUrls({ hits, closest: near, textHits }: BoxState): string[] {
  return [
    ...hits.map(({ entry }) => entry.url),
    ...near.map(({ url }) => url),
    ...textHits.map(({ url }) => url),
  ];
}

/** One step with the arrow keys: past either end lies the box itself. */
export function moved(state: BoxState, step: 1 | -1): BoxState {
  const places = optionUrls(state).length + 1;
  const next = (state.active + 1 + step + places) % places;
  return { ...state, active: next - 1 };
}

/** Where Enter leads: the active option, else the best one. */
export function target(state: BoxState): string | undefined {
  return optionUrls(state)[Math.max(0, state.active)];
}

/** What is said to everybody, and aloud to those who do not see the list. */
export function statusOf(state: BoxState): string {
  if (state.query.trim() === '') return '';
  const inText = state.textHits.length === 0 ? '' : `, ${state.textHits.length} in the text`;
  return `${state.found} of ${state.total}${inText}`;
}

/** The entry whose numbers stand beside the list. */
export function entryBeside({ hits, closest: near, active }: BoxState): SearchEntry | undefined {
  const entries = [...hits.map((hit) => hit.entry), ...near];
  return entries[Math.max(0, active)] ?? entries[0];
}
