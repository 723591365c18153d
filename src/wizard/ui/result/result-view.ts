import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { ResultActions } from '../actions.ts';
import { openListView } from '../question/open-view.ts';
import { relaxView } from '../tension-view.ts';
import { answersView } from './answers-view.ts';
import { decisionsView } from './decisions-view.ts';
import { deferralsView } from './deferrals-view.ts';
import { diagramView } from './diagram-view.ts';
import { estimatesView } from './estimates-view.ts';
import { filesView, filesWaitView } from './files-view.ts';
import { headView, openId } from './head-view.ts';
import { pinsView } from './pins-view.ts';
import type { ResultModel } from './result-model.ts';
import type { WrittenFiles } from './written-files.ts';

/** The recommendation: finding, drawing, numbers, conflicts, decisions, basis and files. */
export function resultView(
  model: ResultModel,
  written: WrittenFiles | undefined,
  said: string,
  actions: ResultActions,
  extras: TemplateResult,
): TemplateResult {
  return html`<div class="result">
    ${headView(model, said, actions)}
    ${sectionView(
      'Containers and estimates',
      '',
      html`<div class="draws">
        ${diagramView(model.diagram, model.connections)} ${estimatesView(model.estimates)}
      </div>`,
    )}
    ${tensionsView(model)}
    ${sectionView('Decisions', decisionsNote(model), decisionsView(model.decisions))}
    ${openSection(model)}
    ${sectionView('Decide yourself', 'the rules go on from your choice', pinsView(model.decisions, actions), 'pins')}
    ${sectionView('Answers and assumptions', '', answersView(model.answers))}
    ${filesSection(written, actions)}
    ${sectionView('Not decided here', 'and who decides it', deferralsView(model))} ${extras}
  </div>`;
}

function sectionView(
  title: string,
  note: string,
  body: TemplateResult,
  id?: string,
): TemplateResult {
  return html`<section id=${id ?? nothing}>
    <h2>${title} ${note ? html`<span class="muted">${note}</span>` : nothing}</h2>
    ${body}
  </section>`;
}

function filesSection(written: WrittenFiles | undefined, actions: ResultActions): TemplateResult {
  return written === undefined
    ? sectionView('Files', '', filesWaitView)
    : sectionView(
        'Files',
        `${written.files.length}, checked where a checker exists`,
        filesView(written, actions),
      );
}

/** The questions that were not asked, the one that can change most first. */
function openSection({ open }: ResultModel): TemplateResult | typeof nothing {
  if (open.length === 0) return nothing;
  const list = openListView(open);
  return sectionView('Still open', 'ranked by what an answer can still change', list, openId);
}

function tensionsView({ tensions }: ResultModel): TemplateResult | typeof nothing {
  if (tensions.length === 0) return nothing;
  const list = html`<ul class="tens">
    ${tensions.map(
      (tension) => html`<li><b>${tension.title}.</b> ${tension.text} ${relaxView(tension)}</li>`,
    )}
  </ul>`;
  return sectionView('Tensions', 'wishes that do not fit together', list);
}

function decisionsNote({ decisions }: ResultModel): string {
  const assumed = decisions.filter(({ isAssumed }) => isAssumed).length;
  return `${decisions.length}, of which ${assumed} ${assumed === 1 ? 'rests' : 'rest'} on defaults alone`;
}
