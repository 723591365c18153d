import type { TraceEvent } from '../lab/trace.ts';
import { collectRuns } from '../panels/drawing/trace-runs.ts';
import { patch } from '../panels/markup/patch.ts';
import { comparisonTable } from '../panels/tables/comparison.ts';
import type { ExperimentFile } from '../session/example-file.ts';
import type { Guesses } from '../session/guesses.ts';
import { GuessForm } from './guess-form.ts';

/** A press on "Set … and run". */
export interface Experiment {
  /** Knobs by the names of their variables. */
  readonly set: Readonly<Record<string, number>>;
  /** Puts guess, result and answer together, once the run has ended. */
  tell(events: readonly TraceEvent[]): void;
}

interface Asked {
  readonly form: GuessForm;
  readonly experiment: ExperimentFile;
}

/** The questions of a run block: a guess before the run, the answer beside it afterwards. */
export class Experiments {
  readonly #guesses: Guesses;
  readonly #all: () => Promise<readonly ExperimentFile[]>;
  readonly #asked = new Map<Element, Asked>();

  /** @param all the experiments, in the order of the page */
  constructor(guesses: Guesses, all: () => Promise<readonly ExperimentFile[]>) {
    this.#guesses = guesses;
    this.#all = all;
  }

  /**
   * @returns nothing at the first press, which asks for a guess
   * @throws what fetching the experiments throws
   */
  async begin(button: HTMLButtonElement): Promise<Experiment | undefined> {
    const item = button.closest('li');
    if (!item) return undefined;
    const asked = this.#asked.get(item);
    if (!asked) {
      await this.#ask(item, button);
      return undefined;
    }
    const { guess } = asked.form;
    if (guess !== '') this.#guesses.write(questionOf(item), guess);
    asked.form.say('');
    return { set: asked.experiment.set, tell: (events) => tell(item, asked, guess, events) };
  }

  async #ask(item: HTMLElement, button: HTMLButtonElement): Promise<void> {
    const place = [...(item.parentElement?.children ?? [])].indexOf(item);
    const experiment = (await this.#all())[place];
    // A second press may have come meanwhile.
    if (!experiment || this.#asked.has(item)) return;
    const form = new GuessForm(button, experiment.choices);
    this.#asked.set(item, { form, experiment });
    form.ask(this.#guesses.read(questionOf(item)));
  }
}

function tell(
  item: HTMLElement,
  { form, experiment }: Asked,
  guess: string,
  events: readonly TraceEvent[],
): void {
  const yours = guess === '' ? 'You made no guess.' : `Your guess: ${guess}.`;
  const verdict = verdictOf(guess, experiment.right);
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
