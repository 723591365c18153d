import { html, nothing, type TemplateResult } from 'lit-html';

/** A question for the name of a file. */
export interface NameQuestion {
  /** `Name of the new file`. */
  readonly label: string;
  /** `Add` or `Rename`. */
  readonly action: string;
  readonly value: string;
  /** What is wrong with the name that was given last; empty where nothing is. */
  readonly problem: string;
  answer(name: string): void;
  cancel(): void;
}

const problemId = 'edit-name-problem';

/** No form: a frame on another site may forbid those. */
export function fileNameBox(question: NameQuestion): TemplateResult {
  const { label, action, value, problem } = question;
  const answer = ({ currentTarget }: Event): void => {
    const box = currentTarget instanceof Element && currentTarget.closest('.edit-name');
    const field = box && box.querySelector('input');
    if (field) question.answer(field.value.trim());
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') answer(event);
    else if (event.key === 'Escape') question.cancel();
    else return;
    event.preventDefault();
  };
  return html`<div class="edit-name" role="group" aria-label=${action}>
    <label
      >${label}
      <input
        type="text"
        .value=${value}
        autocapitalize="off"
        autocomplete="off"
        spellcheck="false"
        aria-invalid=${problem === '' ? nothing : 'true'}
        aria-describedby=${problemId}
        @keydown=${onKey}
    /></label>
    <button class="btn" type="button" @click=${answer}>${action}</button>
    <button class="btn bare" type="button" @click=${() => question.cancel()}>Cancel</button>
    <p id=${problemId} role="alert">${problem}</p>
  </div>`;
}
