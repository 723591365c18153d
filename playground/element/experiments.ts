import type { TraceEvent } from '../lab/trace.ts';
import { collectRuns } from '../panels/drawing/trace-runs.ts';
import { patch } from '../panels/markup/patch.ts';
import { comparisonTable } from '../panels/tables/comparison.ts';
import type { Guesses } from '../session/guesses.ts';
import { GuessForm } from './guess-form.ts';

/** A press on "Set … and run". */
export interface Experiment {
  /** Knobs by the names of their variables. */
  readonly set: Readonly<Record<string, number>>;
  /** Puts guess, result and answer together, once the run has ended. */
  tell(events: readonly TraceEvent[]): void;
}

/** The questions of a run block: a guess before the run, the answer beside it afterwards. */
export class Experiments {
  readonly #guesses: Guesses;
  readonly #forms = new Map<Element, GuessForm>();

  constructor(guesses: Guesses) {
    this.#guesses = guesses;
  }

  /** @returns nothing at the first press, which asks for a guess */
  begin(button: HTMLButtonElement): Experiment | undefined {
    const item = button.closest('li');
    const set = JSON.parse(button.dataset['set'] ?? '{}') as Record<string, number>;
    if (!item) return { set, tell: () => undefined };
    const form = this.#forms.get(item);
    if (!form) {
      const asking = new GuessForm(button, item.dataset['choices']?.split('|'));
      this.#forms.set(item, asking);
      asking.ask(this.#guesses.read(questionOf(item)));
      return undefined;
    }
    const { guess } = form;
    if (guess !== '') this.#guesses.write(questionOf(item), guess);
    form.say('');
    return { set, tell: (events) => tell(item, form, guess, events) };
  }
}

function tell(
  item: HTMLElement,
  form: GuessForm,
  guess: string,
  events: readonly TraceEvent[],
): void {
  const yours = guess === '' ? 'You made no guess.' : `Your guess: ${guess}.`;
  const verdict = verdictOf(guess, item.dataset['right']);
  form.say([yours, verdict].filter((text) => text !== '').join(' '));
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

/** The text before the button. */
function questionOf(item: HTMLElement): string {
  const nodes = [...item.childNodes];
  const before = nodes.slice(
    0,
    nodes.findIndex((node) => node instanceof HTMLButtonElement),
  );
  return before
    .map(({ textContent }) => textContent)
    .join('')
    .trim();
}
