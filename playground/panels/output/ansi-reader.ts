import { visibleText } from '../visible-text.ts';
import { classesOf, plain, styleAfter, type Style } from './sgr-style.ts';

/** A stretch of text of one look. */
export interface Piece {
  readonly text: string;
  /** Of the style sheet; empty for plain text. */
  readonly classes: string;
}

/** "Select graphic rendition", the one sequence that changes how text looks. */
const SGR = /\u001b\[([\d;:]*)m/;

/** A sequence, or a line end, that the next chunk may finish. A title may be long, but not endless. */
const UNFINISHED = /(?:\u001b(?:\[[0-?]{0,64}[ -/]{0,4}|\][^\u0007\u001b]{0,2048}\u001b?)?|\r)$/;

/**
 * Reads the output of a program as a terminal would, as far as looks go. All else that a terminal
 * takes for a command is taken out or made visible. A sequence may come in two chunks.
 */
export class AnsiReader {
  #style: Style = plain;
  #classes = '';
  #rest = '';

  read(chunk: string): readonly Piece[] {
    const text = this.#rest + chunk;
    const at = UNFINISHED.exec(text)?.index ?? text.length;
    this.#rest = text.slice(at);
    return this.#piecesOf(text.slice(0, at));
  }

  /** What is left of a sequence that never ended. */
  end(): readonly Piece[] {
    const rest = this.#rest;
    this.#rest = '';
    return this.#piecesOf(rest);
  }

  #piecesOf(text: string): readonly Piece[] {
    const pieces: Piece[] = [];
    // Of a pattern with one group, `split` gives text and parameters in turn.
    text.split(SGR).forEach((part, index) => {
      if (index % 2 === 1) this.#turn(part);
      else if (part !== '') this.#add(pieces, visibleText(part));
    });
    return pieces;
  }

  #turn(parameters: string): void {
    this.#style = styleAfter(this.#style, parameters);
    this.#classes = classesOf(this.#style);
  }

  #add(pieces: Piece[], text: string): void {
    const last = pieces.at(-1);
    if (last?.classes === this.#classes) {
      pieces[pieces.length - 1] = { text: last.text + text, classes: last.classes };
    } else if (text !== '') pieces.push({ text, classes: this.#classes });
  }
}
