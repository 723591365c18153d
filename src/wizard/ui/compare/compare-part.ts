import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Result } from '../../../lib/result.ts';
import { files } from '../../artefacts/files.ts';
import { buildArchitecture } from '../../model/build-architecture.ts';
import type { WizardState } from '../../model/solution.ts';
import { summary } from '../../model/summary.ts';
import { solve } from '../../solver/solve.ts';
import { formatAddress } from '../address.ts';
import type { ExtraContext } from '../extras/extra.ts';
import type { FindPattern } from '../pattern-links.ts';
import { today } from '../result/today.ts';
import type { Design } from './compare-model.ts';
import { comparisonView } from './comparison-view.ts';
import { KeptDesign } from './kept-design.ts';
import { keepView, keptView } from './kept-view.ts';
import type { KeptActions } from './kept-view.ts';
import { designInFile, designInLink } from './other-design.ts';
import type { OtherDesign } from './other-design.ts';
import { sideBySide } from './side-by-side.ts';
import type { SideBySide } from './side-by-side.ts';

/** In bytes: a larger file is refused by its beginning, and never read whole. */
const MORE_THAN_ANY_FILE = 256 * 1024;

/** Two designs side by side: one that was kept, and the one that the page shows. */
export class ComparePart {
  readonly #kept = new KeptDesign();
  #of: readonly WizardState[] = [];
  #keptTitle = '';
  #compared: SideBySide | undefined;
  #showsEqual = false;
  #problem = '';

  view(context: ExtraContext): TemplateResult {
    const actions = this.#actions(context);
    const kept = this.#kept.wizard;
    if (!kept) return keepView(this.#problem, actions);
    const compared = this.#compare(kept, context.model.solution.state, context.findPattern);
    const titles = { kept: this.#keptTitle, present: context.model.title };
    return html`${keptView(
      { ...titles, href: formatAddress('result', kept), showsEqual: this.#showsEqual },
      actions,
    )}
    ${comparisonView(compared, titles, this.#showsEqual)}`;
  }

  #actions({ model, redraw }: ExtraContext): KeptActions {
    return {
      keep: () => {
        this.#kept.keep(model.solution.state);
        redraw('Kept. Change an answer: what differs from this design is then marked here.');
      },
      drop: () => {
        this.#kept.drop();
        redraw('The kept design is let go.');
      },
      openFile: async (file) => {
        const text = await file.slice(0, MORE_THAN_ANY_FILE).text();
        redraw(this.#take(designInFile(text), file.name));
      },
      openLink: (link) => {
        redraw(this.#take(designInLink(link), 'the design of the link'));
      },
      showEqual: (shows) => {
        this.#showsEqual = shows;
        redraw(shows ? 'What is equal is shown as well.' : 'Only what differs is shown.');
      },
    };
  }

  /** @returns what to announce */
  #take(read: Result<OtherDesign, string>, name: string): string {
    this.#problem = read.ok ? '' : read.problem;
    if (!read.ok) return read.problem;
    this.#kept.keep(read.value.wizard);
    return `Comparing with ${name}. ${read.value.note}`.trim();
  }

  #compare(kept: WizardState, present: WizardState, findPattern: FindPattern): SideBySide {
    if (this.#compared && this.#of[0] === kept && this.#of[1] === present) return this.#compared;
    const before = designOf(kept, findPattern);
    this.#keptTitle = summary(before.solution, before.architecture).title;
    this.#of = [kept, present];
    this.#compared = sideBySide(before, designOf(present, findPattern));
    return this.#compared;
  }
}

function designOf({ answers, pins }: WizardState, findPage: FindPattern): Design {
  const solution = solve(answers, pins);
  const architecture = buildArchitecture(solution);
  return {
    solution,
    architecture,
    files: files(solution, architecture, { date: today(), findPage }),
  };
}
