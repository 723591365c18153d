import type { TemplateResult } from 'lit-html';
import { statedValue } from '../answering.ts';
import type { ListField } from '../../questions/question.ts';
import type { Host } from '../host.ts';
import { listModel } from './list-model.ts';
import { listView } from './list-view.ts';
import { rowActions } from './row-actions.ts';
import type { RowActions } from './row-actions.ts';

/** The lists of one page; they are loaded when a question has one. */
export class ListPage {
  readonly #host: Host;
  readonly #actions: RowActions;

  constructor(host: Host) {
    this.#host = host;
    this.#actions = rowActions(host);
  }

  view(field: ListField): TemplateResult {
    const state = this.#host.state();
    const isAssumed = statedValue(state.wizard.answers, field.fact) === undefined;
    return listView(listModel(field, state, isAssumed), this.#actions);
  }
}
