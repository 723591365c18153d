import { patch } from '../markup/patch.ts';
import { tag, type Branch } from '../markup/tree.ts';
import { answerView, readAnswer, statusLine } from './answer-view.ts';
import { curlOf, METHODS, requestOf, type RequestDraft } from './request-draft.ts';

/** The server of the program, whatever engine runs it. */
export interface ProgramServer {
  /** Where the program listens now. */
  readonly ports: readonly number[];
  /** @throws {EngineError} see `Run.request` */
  request(port: number, request: Request): Promise<Response>;
}

/** A first request, so that one press shows something. */
export interface FirstRequest {
  readonly port: number;
  readonly path: string;
}

/** A small form that sends a request to the program's server, and shows what comes back as text. */
export class RequestPanel {
  readonly #root: HTMLElement;
  readonly #server: ProgramServer;
  #port: number;
  #sending: AbortController | undefined;

  constructor(root: HTMLElement, server: ProgramServer, first: FirstRequest) {
    this.#root = root;
    this.#server = server;
    this.#port = first.port;
    patch(root, formView(first.path));
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      event.stopPropagation();
      void this.#send();
    });
    root.addEventListener('input', (event) => {
      event.stopPropagation();
      this.#showCurl();
    });
    root.addEventListener('keydown', keepKeys);
    this.#showCurl();
  }

  /** The program listens at other ports than before. */
  listening(ports: readonly number[]): void {
    const [first] = ports;
    if (first === undefined || ports.includes(this.#port)) return;
    this.#port = first;
    this.#showCurl();
  }

  async #send(): Promise<void> {
    this.#sending?.abort();
    const controller = new AbortController();
    this.#sending = controller;
    this.#say('Sending …');
    try {
      const made = requestOf(this.#draft, this.#port);
      const request = new Request(made, { signal: controller.signal });
      const answer = await readAnswer(await this.#server.request(this.#port, request));
      if (controller.signal.aborted) return;
      patch(this.#part('answer'), answerView(answer));
      this.#say(`Answered: ${statusLine(answer)}.`);
    } catch (error) {
      if (controller.signal.aborted) return;
      this.#part('answer').replaceChildren();
      this.#say(wordsOf(error), true);
    }
  }

  get #draft(): RequestDraft {
    return {
      method: this.#field('method').value,
      path: this.#field('path').value,
      headers: this.#field('headers').value,
      body: this.#field('body').value,
    };
  }

  #showCurl(): void {
    this.#part('curl').textContent = curlOf(this.#draft, this.#port);
  }

  #say(text: string, isProblem = false): void {
    const said = this.#part('request-said');
    said.textContent = text;
    said.classList.toggle('bad', isProblem);
  }

  #field(name: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
    return this.#part(name) as HTMLInputElement;
  }

  #part(name: string): HTMLElement {
    const part = this.#root.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`the request panel has no part named ${name}`);
    return part;
  }
}

function formView(path: string): readonly Branch[] {
  const typed = { spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off' };
  return [
    tag(
      'form',
      { class: 'request-form', 'aria-label': 'Request', autocomplete: 'off' },
      tag(
        'div',
        { class: 'request-line' },
        label(
          'Method',
          tag(
            'select',
            { 'data-part': 'method' },
            ...METHODS.map((method) => tag('option', {}, method)),
          ),
        ),
        label(
          'Path',
          tag('input', { 'data-part': 'path', value: path, inputmode: 'url', ...typed }),
        ),
        tag('button', { class: 'btn go', type: 'submit' }, 'Send'),
      ),
      label('Headers, one a line', tag('textarea', { 'data-part': 'headers', rows: 2, ...typed })),
      label('Body', tag('textarea', { 'data-part': 'body', rows: 3, ...typed })),
    ),
    tag('p', { class: 'request-said', 'data-part': 'request-said', 'aria-live': 'polite' }),
    tag('div', { class: 'request-answer', 'data-part': 'answer' }),
    tag(
      'div',
      { class: 'copy request-curl' },
      tag(
        'div',
        { class: 'code-head' },
        tag('h4', {}, 'The same with curl, under Node.js'),
        tag('button', { class: 'btn bare', type: 'button', 'data-copy-from': 'code' }, 'Copy'),
      ),
      tag(
        'pre',
        { tabindex: 0, role: 'region', 'aria-label': 'curl' },
        tag('code', { 'data-part': 'curl' }),
      ),
    ),
  ];
}

function label(text: string, field: Branch): Branch {
  return tag('label', {}, tag('span', {}, text), field);
}

/** An engine's error and a draft's say what to do; anything else says what it is. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The request was not sent.';
  return 'whatToDo' in error ? `${error.message} ${String(error.whatToDo)}` : error.message;
}

/** What is typed here is no shortcut of the page, but for the keys that run or stop the program. */
function keepKeys(event: KeyboardEvent): void {
  const runs = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (!runs && event.key !== 'Escape') event.stopPropagation();
}
