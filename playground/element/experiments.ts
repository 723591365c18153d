import type { TraceEvent } from '../lab/trace.ts';
import { collectRuns } from '../panels/drawing/trace-runs.ts';
import { patch } from '../panels/markup/patch.ts';
import { comparisonTable } from '../panels/tables/comparison.ts';
import type { Guesses } from '../session/guesses.ts';

/** A press on "Set … and run". */
export interface Experiment {
  /** Knobs by the names of their variables. */
  readonly set: Readonly<Record<string, number>>;
  /** Puts guess, result and answer together, once the run has ended. */
  tell(events: readonly TraceEvent[]): void;
}

const askFirst = 'Say first what you expect, or press again to run without a guess.';

/** The questions of a run block: a guess before the run, the answer beside it afterwards. */
export class Experiments {
  readonly #guesses: Guesses;
  /** Asked for a guess already. */
  readonly #asked = new Set<Element>();

  constructor(host: HTMLElement, guesses: Guesses) {
    this.#guesses = guesses;
    for (const item of host.querySelectorAll<HTMLElement>('[data-experiment]')) {
      fill(item, guesses.read(questionOf(item)));
    }
  }

  /** @returns nothing where the guess is missing and was not asked for before */
  begin(button: HTMLButtonElement): Experiment | undefined {
    const item = button.closest<HTMLElement>('[data-experiment]');
    const set = JSON.parse(button.dataset['set'] ?? '{}') as Record<string, number>;
    if (!item) return { set, tell: () => undefined };
    const guess = guessOf(item);
    if (guess === '' && !this.#asked.has(item)) {
      this.#asked.add(item);
      say(item, askFirst);
      return undefined;
    }
    if (guess !== '') this.#guesses.write(questionOf(item), guess);
    say(item, '');
    return { set, tell: (events) => tell(item, guess, events) };
  }
}

function tell(item: HTMLElement, guess: string, events: readonly TraceEvent[]): void {
  const { right } = item.dataset;
  const yours = guess === '' ? 'You made no guess.' : `Your guess: ${guess}.`;
  say(item, [yours, verdictOf(guess, right)].filter((text) => text !== '').join(' '));
  const details = item.querySelector('details');
  if (!details) return;
  details.open = true;
  let result = item.querySelector<HTMLElement>('.guess-result');
  if (!result) {
    result = document.createElement('div');
    result.className = 'guess-result';
    details.before(result);
  }
  patch(result, comparisonTable(collectRuns(events).runs));
}

/** Only a choice can be held against the answer; a sentence the reader compares. */
function verdictOf(guess: string, right: string | undefined): string {
  if (right === undefined) return '';
  if (guess === right) return 'That is right.';
  return `It is: ${right}.`;
}

function say(item: HTMLElement, text: string): void {
  const said = item.querySelector('[data-part=guess-said]');
  if (said) said.textContent = text.replace(/\.\.(?= |$)/g, '.');
}

function questionOf(item: HTMLElement): string {
  return item.dataset['experiment'] ?? '';
}

function guessOf(item: HTMLElement): string {
  const typed = item.querySelector<HTMLInputElement>('.guess input[type=text]');
  const chosen = item.querySelector<HTMLInputElement>('.guess input:checked');
  return (typed ?? chosen)?.value.trim() ?? '';
}

function fill(item: HTMLElement, guess: string): void {
  if (guess === '') return;
  for (const input of item.querySelectorAll<HTMLInputElement>('.guess input')) {
    if (input.type === 'radio') input.checked = input.value === guess;
    else if (input.value === '') input.value = guess;
  }
}
