import { html, nothing, render } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Place } from './address.ts';
import { afterArrival } from './arrival.ts';
import type { Host } from './host.ts';
import { patternLinksIn } from './pattern-links.ts';
import { problemView } from './problem-view.ts';
import { questionActions } from './question/question-actions.ts';
import { questionModel } from './question/question-model.ts';
import { questionView } from './question/question-view.ts';
import type { ResultPage } from './result/result-page.ts';
import type { ListPage } from './rows/list-page.ts';
import type { ListField } from '../questions/question.ts';
import { Session } from './session.ts';
import { goTo, initialState, say } from './state.ts';
import type { UiState } from './state.ts';
import { UndoBar } from './undo-bar.ts';

/**
 * The whole wizard. Its first child is the start as the server wrote it; the questions and the
 * result are drawn beside it as functions of one immutable state.
 */
export class WizardApp extends HTMLElement {
  readonly #session = new Session();
  readonly #start = this.querySelector<HTMLElement>('[data-start]');
  readonly #findPattern = patternLinksIn(this);
  readonly #live = document.createElement('div');
  readonly #status = document.createElement('p');
  readonly #siteTitle = document.title;
  readonly #host: Host = {
    state: () => this.#state,
    change: (state, said) => {
      this.#change(state, said);
    },
    go: (place) => {
      this.#go(place);
    },
  };
  readonly #questionActions = questionActions(this.#host);
  readonly #undo = new UndoBar(this.#host);
  #state: UiState = initialState;
  #resultPage: ResultPage | undefined;
  #listPage: ListPage | undefined;
  #loading: Promise<void> | undefined;
  #loadingLists: Promise<void> | undefined;
  #listening = new AbortController();

  connectedCallback(): void {
    this.#status.className = 'vh';
    this.#status.setAttribute('role', 'status');
    this.append(this.#live, this.#status);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener(
      'popstate',
      (event) => {
        this.#travel(event.state);
      },
      { signal },
    );
    addEventListener(
      'keydown',
      (event) => {
        this.#undo.press(event);
      },
      { signal },
    );
    this.#state = afterArrival(initialState, this.#session.open());
    this.#session.replace(this.#state.place, this.#state.wizard);
    this.#draw();
    this.#showStep();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  #change(state: UiState, said = ''): void {
    this.#undo.note(this.#state, state);
    this.#state = say(state, said);
    this.#session.replace(state.place, state.wizard);
    this.#draw();
    this.#status.textContent = said;
  }

  #go(place: Place): void {
    this.#state = goTo(this.#state, place);
    this.#session.push(place, this.#state.wizard);
    this.#draw();
    this.#arriveAtTop();
  }

  /** Back, forward, or a link within the page. */
  #travel(entry: unknown): void {
    const { place: before, wizard } = this.#state;
    this.#state = afterArrival(this.#state, this.#session.revisit(entry));
    // Other answers came with a link: the browser's own button leads back to those that were here.
    if (this.#state.wizard !== wizard) this.#undo.forget();
    this.#session.replace(this.#state.place, this.#state.wizard);
    this.#draw();
    if (this.#state.place !== before) this.#arriveAtTop();
  }

  /** A new place is read from its heading on, by eye and by screen reader. */
  #arriveAtTop(): void {
    this.#status.textContent = '';
    scrollTo({ top: 0 });
    this.querySelector('h1')?.focus({ preventScroll: true });
    this.#showStep();
  }

  /** On a phone the steps scroll sideways: the current one is brought into sight. */
  #showStep(): void {
    const step = this.querySelector<HTMLElement>('[aria-current="step"]');
    const steps = step?.closest('nav');
    if (!step || !steps) return;
    steps.scrollLeft = step.offsetLeft - (steps.clientWidth - step.offsetWidth) / 2;
  }

  #draw(): void {
    const { place, problem } = this.#state;
    const isStart = place === 'start';
    this.#showStart(isStart);
    const undo = isStart ? nothing : this.#undo.view();
    const notice = problem ? problemView(problem) : nothing;
    render(html`${undo} ${notice} ${this.#view()}`, this.#live);
    const heading = isStart ? undefined : this.#live.querySelector('h1')?.textContent;
    document.title = heading ? `${heading} · ${this.#siteTitle}` : this.#siteTitle;
  }

  /** Takes the start out of the page rather than hiding it: its headings and anchors go with it. */
  #showStart(isShown: boolean): void {
    if (!this.#start || isShown === this.contains(this.#start)) return;
    if (isShown) this.prepend(this.#start);
    else this.#start.remove();
  }

  #view(): TemplateResult | typeof nothing {
    const { place, helper } = this.#state;
    if (place === 'start') return nothing;
    if (place !== 'result') {
      const model = questionModel(place, this.#state);
      return questionView(model, helper, this.#questionActions, (field) => this.#listView(field));
    }
    if (this.#resultPage) return this.#resultPage.view();
    this.#loading ??= this.#loadResult();
    return html`<p class="muted">Loading the result …</p>`;
  }

  /** Four questions have a list, so lists come with the first of them. */
  #listView(field: ListField): TemplateResult {
    if (this.#listPage) return this.#listPage.view(field);
    this.#loadingLists ??= this.#loadLists();
    return html`<p class="muted">Loading the rows …</p>`;
  }

  async #loadLists(): Promise<void> {
    const { ListPage } = await import('./rows/list-page.ts');
    this.#listPage = new ListPage(this.#host);
    this.#draw();
  }

  /** The result and its files are half of the code, so they come when they are first wanted. */
  async #loadResult(): Promise<void> {
    const { ResultPage } = await import('./result/result-page.ts');
    this.#resultPage = new ResultPage(this.#host, this.#findPattern);
    if (this.#state.place !== 'result') return;
    this.#draw();
    this.#arriveAtTop();
  }
}
