import { tag, type Branch } from '../markup/tree.ts';
import { visibleText } from '../visible-text.ts';

/** An answer of the program's server, read to its end. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** More of a body than this is cut: the page would have to lay it all out. */
const LONGEST_BODY = 200_000;

/** Reads a response whole. @throws what ends the body */
export async function readAnswer(response: Response): Promise<Answer> {
  return {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers],
    body: await response.text(),
  };
}

/** `412 Precondition Failed` */
export function statusLine({ status, statusText }: Pick<Answer, 'status' | 'statusText'>): string {
  return `${status} ${visibleText(statusText)}`.trim();
}

/** Status, headers and body, all as text. */
export function answerView(answer: Answer): readonly Branch[] {
  const { headers, body } = answer;
  const rows = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  const cut = body.length > LONGEST_BODY;
  const shown = visibleText(cut ? body.slice(0, LONGEST_BODY) : body);
  return [
    tag('h4', {}, 'Answer: ', tag('b', { class: toneOf(answer.status) }, statusLine(answer))),
    box('Headers of the answer', visibleText(rows)),
    shown === '' ? tag('p', { class: 'label' }, 'No body.') : box('Body of the answer', shown),
    ...(cut
      ? [tag('p', { class: 'label' }, `The first ${LONGEST_BODY} characters of the body.`)]
      : []),
  ];
}

function box(name: string, text: string): Branch {
  return tag('pre', { tabindex: 0, role: 'region', 'aria-label': name }, text);
}

function toneOf(status: number): string {
  return status < 400 ? 'good' : 'bad';
}
