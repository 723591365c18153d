import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { StepModel } from './step-model.ts';

/** The ten steps; small cells show how many of a step's questions are answered. */
export function stepsView(steps: readonly StepModel[]): TemplateResult {
  return html`<nav class="steps" aria-label="Steps">
    <ol>
      ${steps.map((step) => html`<li>${stepView(step)}</li>`)}
    </ol>
  </nav>`;
}

function stepView(step: StepModel): TemplateResult {
  const label = html`<span class="no num">${step.number}</span><span>${step.title}</span>`;
  if (step.href === undefined) return html`<span class="step">${label}</span>`;
  const done = step.answered.filter(Boolean).length;
  return html`<a class="step" href=${step.href} aria-current=${step.isCurrent ? 'step' : nothing}>
    ${label}
    <span class="prog" role="img" aria-label="${done} of ${step.answered.length} answered"
      >${step.answered.map((isAnswered) => html`<i class=${isAnswered ? 'f' : ''}></i>`)}</span
    >
  </a>`;
}
