import type { TemplateResult } from 'lit-html';
import type { WizardState } from '../../model/solution.ts';
import type { ResultActions } from '../actions.ts';
import type { Host } from '../host.ts';
import type { FindPattern } from '../pattern-links.ts';
import { resultActions } from './result-actions.ts';
import { resultModel } from './result-model.ts';
import type { ResultModel } from './result-model.ts';
import { resultView } from './result-view.ts';

/** The result for one page: computes it once per set of answers and draws it as often as asked. */
export class ResultPage {
  readonly #host: Host;
  readonly #findPattern: FindPattern;
  readonly #actions: ResultActions;
  #of: WizardState | undefined;
  #model: ResultModel | undefined;

  constructor(host: Host, findPattern: FindPattern) {
    this.#host = host;
    this.#findPattern = findPattern;
    this.#actions = resultActions(host, () => this.#current());
  }

  view(): TemplateResult {
    const model = this.#current();
    const { file, said } = this.#host.state();
    const [first] = model.files;
    const shown = model.files.find(({ path }) => path === file) ?? first;
    if (shown === undefined) throw new Error('A result without files.');
    return resultView(model, shown, said ?? '', this.#actions);
  }

  #current(): ResultModel {
    const { wizard } = this.#host.state();
    if (this.#model === undefined || this.#of !== wizard) {
      this.#model = resultModel(wizard, this.#findPattern, today());
      this.#of = wizard;
    }
    return this.#model;
  }
}

/** The date of today (UTC), as in "2026-11-23". */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
