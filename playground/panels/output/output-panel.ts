import type { OutputChunk } from '../../engine/contract.ts';
import { AnsiReader, type Piece } from './ansi-reader.ts';
import { outputWords } from './output-words.ts';

/** The nodes of an output box. */
export interface OutputParts {
  readonly stdout: HTMLElement;
  readonly stderr: HTMLElement;
  /** Around stderr; hidden while there is none. */
  readonly stderrBox: HTMLElement;
  /** Says that the output was cut; hidden where it was not. */
  readonly cut: HTMLElement;
  /** What a screen reader is told. */
  readonly said: HTMLElement;
}

type Stream = OutputChunk['stream'];

/** More colored stretches than this are drawn plain: each is an element. */
const MOST_STYLED = 20_000;
/** Of the text of the last chunks, enough for the last lines. */
const LONGEST_TAIL = 1_000;
/** A program that goes on is summed up this often. */
const SAY_EVERY_MS = 5_000;

/** What a program prints: text with the looks of a terminal, and a summary for a screen reader. */
export class OutputPanel {
  readonly #parts: OutputParts;
  #readers = freshReaders();
  #lines = { stdout: 0, stderr: 0 };
  #tail = '';
  #styled = 0;
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: OutputParts) {
    this.#parts = parts;
  }

  /** Empties the box. */
  clear(): void {
    clearTimeout(this.#saying);
    this.#saying = undefined;
    this.#readers = freshReaders();
    this.#lines = { stdout: 0, stderr: 0 };
    this.#tail = '';
    this.#styled = 0;
    this.#parts.stdout.replaceChildren();
    this.#parts.stderr.replaceChildren();
    this.#parts.stderrBox.hidden = true;
    this.#parts.cut.hidden = true;
  }

  /** Has a screen reader say this. */
  tell(text: string): void {
    this.#parts.said.textContent = text;
  }

  print({ stream, text }: OutputChunk): void {
    this.#append(stream, this.#readers[stream].read(text));
    this.#saying ??= setTimeout(() => {
      this.#saying = undefined;
      this.#say();
    }, SAY_EVERY_MS);
  }

  /**
   * The program prints nothing more.
   * @param cut that a limit ended the output, as a sentence
   */
  end(cut?: string): void {
    clearTimeout(this.#saying);
    this.#saying = undefined;
    for (const stream of ['stdout', 'stderr'] as const) {
      this.#append(stream, this.#readers[stream].end());
    }
    this.#parts.cut.textContent = cut ?? '';
    this.#parts.cut.hidden = cut === undefined;
    this.#say();
  }

  #append(stream: Stream, pieces: readonly Piece[]): void {
    if (pieces.length === 0) return;
    this.#parts[stream].append(this.#nodesOf(pieces));
    const text = pieces.map((piece) => piece.text).join('');
    this.#tail = (this.#tail + text).slice(-LONGEST_TAIL);
    this.#lines[stream] += text.split('\n').length - 1;
    if (stream === 'stderr') this.#parts.stderrBox.hidden = false;
  }

  /** Neighbors without a look of their own become one text. */
  #nodesOf(pieces: readonly Piece[]): DocumentFragment {
    const nodes = document.createDocumentFragment();
    let plain = '';
    for (const { text, classes } of pieces) {
      if (classes === '' || this.#styled >= MOST_STYLED) {
        plain += text;
        continue;
      }
      this.#styled += 1;
      const span = document.createElement('span');
      span.className = classes;
      span.textContent = text;
      nodes.append(plain, span);
      plain = '';
    }
    nodes.append(plain);
    return nodes;
  }

  #say(): void {
    const { stdout, stderr } = this.#lines;
    const words = outputWords({ stdoutLines: stdout, stderrLines: stderr, tail: this.#tail });
    if (words !== '') this.#parts.said.textContent = words;
  }
}

function freshReaders(): Readonly<Record<Stream, AnsiReader>> {
  return { stdout: new AnsiReader(), stderr: new AnsiReader() };
}
