import type { TemplateResult } from 'lit-html';
import type { files as FilesOf, GeneratedFile } from '../../artefacts/files.ts';
import { measured } from '../../../lib/measured.ts';
import type { WizardState } from '../../model/solution.ts';
import type { ResultActions } from '../actions.ts';
import { ExtraSections } from '../extras/extra-sections.ts';
import type { Host } from '../host.ts';
import type { FindPattern } from '../pattern-links.ts';
import { filesMissing, resultActions } from './result-actions.ts';
import { resultModel } from './result-model.ts';
import type { ResultModel } from './result-model.ts';
import { resultView } from './result-view.ts';
import { today } from './today.ts';
import { writtenFiles } from './written-files.ts';

/** The result for one page: computes it once per set of answers and draws it as often as asked. */
export class ResultPage {
  readonly #host: Host;
  readonly #findPattern: FindPattern;
  readonly #actions: ResultActions;
  readonly #extras = new ExtraSections();
  #of: WizardState | undefined;
  #model: ResultModel | undefined;
  #files: readonly GeneratedFile[] | undefined;
  #filesOf: typeof FilesOf | undefined;
  #wasAsked = false;

  constructor(host: Host, findPattern: FindPattern) {
    this.#host = host;
    this.#findPattern = findPattern;
    this.#actions = resultActions(host, () => this.#write());
  }

  view(): TemplateResult {
    const model = this.#current();
    const { file, said } = this.#host.state();
    // What writes files is as much code as all the rest, so the result does not wait for it.
    if (!this.#wasAsked) void this.#showFiles();
    const files = this.#written();
    const shown = files && writtenFiles(files, file);
    return resultView(model, shown, said ?? '', this.#actions, this.#extraViews(model));
  }

  #extraViews(model: ResultModel): TemplateResult {
    return this.#extras.view({
      host: this.#host,
      model,
      findPattern: this.#findPattern,
      write: () => this.#write(),
      redraw: (said) => {
        const state = this.#host.state();
        if (state.place === 'result') this.#host.change(state, said ?? state.said);
      },
    });
  }

  #current(): ResultModel {
    const { wizard } = this.#host.state();
    if (this.#model === undefined || this.#of !== wizard) {
      this.#model = resultModel(wizard, this.#findPattern);
      this.#of = wizard;
      this.#files = undefined;
    }
    return this.#model;
  }

  /** The files of the present result, once their code has come. */
  #written(): readonly GeneratedFile[] | undefined {
    const { solution, architecture } = this.#current();
    const surroundings = { date: today(), findPage: this.#findPattern };
    const write = this.#filesOf;
    this.#files ??=
      write && measured('wizard: files', () => write(solution, architecture, surroundings));
    return this.#files;
  }

  async #write(): Promise<readonly GeneratedFile[]> {
    this.#filesOf ??= (await import('../../artefacts/files.ts')).files;
    return this.#written() ?? [];
  }

  async #showFiles(): Promise<void> {
    this.#wasAsked = true;
    const said = await this.#write().then(
      () => undefined,
      () => filesMissing,
    );
    const state = this.#host.state();
    if (state.place === 'result') this.#host.change(state, said ?? state.said);
  }
}
