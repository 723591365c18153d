import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { inlineText } from '../ui/inline-text.ts';
import { entryBeside } from './box-state.ts';
import type { BoxState } from './box-state.ts';
import type { GlanceRow, SearchEntry } from './entry.ts';
import type { TextHit } from './full-text.ts';
import type { Hit } from './rank.ts';
import { segmentsOf } from './segments.ts';
import type { Segment } from './segments.ts';
import { summaryOf, whyOf } from './why.ts';

type View = TemplateResult | typeof nothing;

interface Option {
  readonly url: string;
  readonly name: unknown;
  readonly line: unknown;
  readonly place: string;
}

/** Id of an option, by which the box points at it. */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

const marked = (segments: readonly Segment[]): unknown =>
  segments.map(({ text, isMarked }) => (isMarked ? html`<mark>${text}</mark>` : text));

const rich = (text: string): unknown =>
  inlineText(text).map((part) => (part.code ? html`<code>${part.text}</code>` : part.text));

/** The category, and whether there is nothing to read yet. */
export function placeOf({ category, page, blueprint }: SearchEntry): string {
  return page === undefined && blueprint === undefined
    ? `${category}\u00a0· not written yet`
    : category;
}

function hitOption(hit: Hit): Option {
  const { label, segments } = whyOf(hit);
  const line = [label === '' ? '' : `${label}: `, marked(segments)];
  const { name, url } = hit.entry;
  const isNamed = hit.why.kind === 'name';
  return {
    url,
    name: isNamed ? marked(segmentsOf(name, hit.marks)) : name,
    line,
    place: placeOf(hit.entry),
  };
}

function nearOption(entry: SearchEntry): Option {
  return { url: entry.url, name: entry.name, line: summaryOf(entry), place: placeOf(entry) };
}

function textOption({ page, heading, url, excerpt }: TextHit): Option {
  return { url, name: page, line: marked(excerpt), place: heading === page ? '' : heading };
}

function optionView(option: Option, id: string, isActive: boolean): TemplateResult {
  return html`<a
    role="option"
    id=${id}
    href=${option.url}
    tabindex="-1"
    aria-selected=${isActive ? 'true' : 'false'}
    ><b>${option.name}</b><span class="muted">${option.line}</span
    ><span class="label">${option.place}</span></a
  >`;
}

/** The list; `listId` is also the beginning of its options' ids. */
export function listView(state: BoxState, listId: string): TemplateResult {
  const first = [...state.hits.map(hitOption), ...state.closest.map(nearOption)];
  const inText = state.textHits.map(textOption);
  const draw = (options: readonly Option[], from: number): unknown =>
    options.map((option, i) =>
      optionView(option, optionId(listId, from + i), from + i === state.active),
    );
  return html`${vainView(state)}
    <div role="listbox" id=${listId} aria-label="Capabilities and blueprints" class="res">
      ${draw(first, 0)}
      ${
        inText.length === 0
          ? nothing
          : html`<div role="group" aria-label="In the text">
              <div class="label" aria-hidden="true">In the text</div>
              ${draw(inText, first.length)}
            </div>`
      }
    </div>`;
}

function vainView({ query, closest }: BoxState): View {
  if (query.trim() === '' || closest.length === 0) return nothing;
  return html`<p class="vain">Nothing for <em>${query.trim()}</em>. Closest:</p>`;
}

const glanceView = ({ label, value, url }: GlanceRow): TemplateResult =>
  html`<tr>
    <th scope="row">${label}</th>
    <td>${url === undefined ? rich(value) : html`<a href=${url}>${rich(value)}</a>`}</td>
  </tr>`;

/** The numbers of the result at hand, what its page will treat, or what a blueprint answers. */
export function besideView(state: BoxState): View {
  const entry = entryBeside(state);
  if (entry === undefined) return nothing;
  return html`<h2>${entry.name}</h2>
    ${factsView(entry)}`;
}

function factsView({ page, blueprint, topics }: SearchEntry): TemplateResult {
  if (blueprint !== undefined) {
    return html`<p class="small">“${blueprint.request}”</p>
      <p class="small">${blueprint.description}</p>`;
  }
  return page === undefined
    ? html`<p class="small">Not written yet. Its page will treat: ${topics.join(', ')}.</p>`
    : html`<p class="small">${rich(page.verdict)}</p>
        <table>
          <tbody>
            ${page.glance.map(glanceView)}
          </tbody>
        </table>`;
}
