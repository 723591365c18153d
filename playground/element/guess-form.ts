const longest = 200;
let forms = 0;

/** Where a reader says what they expect: one of the choices, or words of their own. */
export class GuessForm {
  readonly #inputs: readonly HTMLInputElement[];
  readonly #said = document.createElement('p');

  /** Puts itself in front of the button that runs. */
  constructor(button: HTMLButtonElement, choices: readonly string[] | undefined) {
    forms += 1;
    const group = `guess-${forms}`;
    const labels = choices?.map((choice) => choiceOf(choice, group)) ?? [wordsOf()];
    this.#inputs = labels.map(({ input }) => input);
    const legend = document.createElement('legend');
    legend.className = 'vh';
    legend.textContent = 'Your guess';
    const fieldset = document.createElement('fieldset');
    fieldset.className = 'guess';
    fieldset.append(legend, ...labels.map(({ label }) => label));
    this.#said.className = 'guess-said';
    this.#said.ariaLive = 'polite';
    button.before(fieldset);
    button.after(this.#said);
  }

  /** What is chosen or typed; empty for nothing. */
  get guess(): string {
    const stated = this.#inputs.find(({ type, checked }) => type === 'text' || checked);
    return stated?.value.trim() ?? '';
  }

  /** Takes the focus. @param kept the guess of an earlier visit, or an empty text */
  ask(kept: string): void {
    for (const input of this.#inputs) {
      if (input.type === 'text') input.value = kept;
      else input.checked = input.value === kept;
    }
    this.say('Say first what you expect, then press again; or run without a guess.');
    (this.#inputs.find(({ checked }) => checked) ?? this.#inputs[0])?.focus();
  }

  /** A guess may end in a full stop of its own. */
  say(text: string): void {
    this.#said.textContent = text.replace(/\.\.(?= |$)/g, '.');
  }
}

interface LabeledInput {
  readonly label: HTMLLabelElement;
  readonly input: HTMLInputElement;
}

function choiceOf(choice: string, group: string): LabeledInput {
  const [label, input] = [document.createElement('label'), document.createElement('input')];
  Object.assign(input, { type: 'radio', name: group, value: choice });
  label.append(input, choice);
  return { label, input };
}

function wordsOf(): LabeledInput {
  const [label, input] = [document.createElement('label'), document.createElement('input')];
  Object.assign(input, { type: 'text', maxLength: longest });
  label.append('Your guess ', input);
  return { label, input };
}
