import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { counted } from '../../../lib/text.ts';
import type { Tension } from '../../model/solution.ts';
import type { FileChange } from './compare-model.ts';
import type { ComparedGroup, ComparedRow, SideBySide } from './side-by-side.ts';

/** Both designs as tables; what differs says so in words. On a phone each row becomes a card. */
export function comparisonView(
  { groups, tensions, files, differences }: SideBySide,
  { kept, present }: { readonly kept: string; readonly present: string },
  showsEqual: boolean,
): TemplateResult {
  const isSame = differences === 0 && files.length === 0;
  return html`<p>
      <b
        >${isSame ? 'Both designs are the same.' : differencesInWords(differences, files.length)}</b
      >
      ${kept === present && !isSame ? html`<span class="muted">Both carry the same title.</span>` : nothing}
    </p>
    ${groups.map((group) => groupView(group, showsEqual))}
    ${tensionsView('Tensions that only the kept design has', tensions.removed)}
    ${tensionsView('Tensions that only this design has', tensions.added)} ${filesView(files)}`;
}

function differencesInWords(rows: number, files: number): string {
  return `${counted(rows, 'difference')}, and ${counted(files, 'file')} that ${files === 1 ? 'differs' : 'differ'}.`;
}

function groupView(
  { title, rows }: ComparedGroup,
  showsEqual: boolean,
): TemplateResult | typeof nothing {
  const shown = rows.filter(({ differs }) => differs || showsEqual);
  const differing = rows.filter(({ differs }) => differs).length;
  if (shown.length === 0) return nothing;
  return html`<h3>${title}: ${differing} of ${rows.length} differ</h3>
    <table class="rows sides" aria-label="${title} of both designs">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Kept</th>
          <th scope="col">This design</th>
          <th scope="col">Differs</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(rowView)}
      </tbody>
    </table>`;
}

function rowView({ title, kept, present, differs }: ComparedRow): TemplateResult {
  return html`<tr class=${differs ? 'differs' : ''}>
    <th scope="row">${title}</th>
    <td data-l="Kept">${kept}</td>
    <td data-l="This design">${present}</td>
    <td data-l="Differs">
      ${differs ? html`<span class="tag warn">differs</span>` : html`<span class="muted">same</span>`}
    </td>
  </tr>`;
}

function tensionsView(
  title: string,
  tensions: readonly Tension[],
): TemplateResult | typeof nothing {
  if (tensions.length === 0) return nothing;
  return html`<h3>${title}</h3>
    <ul class="tens">
      ${tensions.map((tension) => html`<li><b>${tension.title}.</b> ${tension.text}</li>`)}
    </ul>`;
}

function filesView(files: readonly FileChange[]): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`<details>
    <summary>${counted(files.length, 'file')}: added, removed or changed</summary>
    <ul class="changes" aria-label="Files that differ">
      ${files.map(
        ({ path, change, linesAdded, linesRemoved }) =>
          html`<li>
            <b>${change}</b> <code>${path}</code>
            <span class="muted">+${linesAdded} −${linesRemoved} lines</span>
          </li>`,
      )}
    </ul>
  </details>`;
}
