import type { QuestionActions } from '../actions.ts';
import { editNumber, pickOption, rankOption, settleNumber, toggleOption } from '../edits.ts';
import type { Host } from '../host.ts';
import { answerNotSure } from '../answering.ts';
import { typeHelper } from '../state.ts';
import type { UiState } from '../state.ts';
import { effectSaid } from './effect-model.ts';
import { placeAfter } from './question-model.ts';

/** Connects a question's view to the page. */
export function questionActions(host: Host): QuestionActions {
  const answer = (state: UiState) => {
    host.change(state, effectSaid(state));
  };
  return {
    pick: (fact, option) => {
      answer(pickOption(host.state(), fact, option));
    },
    toggle: (fact, option, isChosen) => {
      answer(toggleOption(host.state(), fact, option, isChosen));
    },
    rank: (fact, place, option) => {
      answer(rankOption(host.state(), fact, place, option));
    },
    type: (fact, text) => {
      answer(editNumber(host.state(), fact, text));
    },
    leave: (fact) => {
      host.change(settleNumber(host.state(), fact));
    },
    notSure: (question, isNotSure) => {
      answer(answerNotSure(host.state(), question, isNotSure));
    },
    help: (field, text) => {
      host.change(typeHelper(host.state(), field, text));
    },
    next: (event) => {
      event.preventDefault();
      goOn(host, event.currentTarget as HTMLFormElement);
    },
  };
}

/** Goes on, unless a number cannot be read: then its field gets the focus. */
function goOn(host: Host, form: HTMLFormElement): void {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (wrong) {
    wrong.focus();
    return;
  }
  const state = host.state();
  const { place, wizard } = state;
  if (place === 'start' || place === 'result') return;
  if (wizard.answers[place] === undefined) host.change(answerNotSure(state, place, true));
  host.go(placeAfter(place));
}
