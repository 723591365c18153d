import type { TemplateResult } from 'lit-html';
import type { GeneratedFile } from '../../artefacts/files.ts';
import type { Host } from '../host.ts';
import type { FindPattern } from '../pattern-links.ts';
import type { ResultModel } from '../result/result-model.ts';

/** What a part of the result that loads when it is opened may use. */
export interface ExtraContext {
  readonly host: Host;
  readonly model: ResultModel;
  readonly findPattern: FindPattern;
  /** The files of the result that is shown; rejects where their code does not load. */
  readonly write: () => Promise<readonly GeneratedFile[]>;
  /** Draws the page again. @param said what a screen reader announces */
  readonly redraw: (said?: string) => void;
}

/** Draws such a part. It is called at every change of the page, as long as the part is open. */
export type ExtraView = (context: ExtraContext) => TemplateResult;

/** A part of the result whose code loads when a reader opens it. */
export interface Extra {
  readonly id: string;
  readonly title: string;
  /** What one finds in it, in a few words. */
  readonly note: string;
  readonly load: () => Promise<ExtraView>;
}
