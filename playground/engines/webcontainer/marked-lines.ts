/** Where the two kinds of output go. */
export interface MarkedLinesSinks {
  /** What the program printed. */
  text(text: string): void;
  /** A marked line, without mark and end. */
  line(line: string): void;
}

/** A marked line is JSON of at most some kilobytes; what is longer is no line of ours. */
const longestLine = 1 << 20;

/**
 * Takes marked lines out of a stream of text. WebContainer gives one stream for everything, as a
 * terminal gets it: lines may come in pieces, and may end with `\r\n`.
 */
export class MarkedLines {
  readonly #mark: string;
  readonly #sinks: MarkedLinesSinks;
  /** The end of what came, where it may be the beginning of a mark, of its line or of `\r\n`. */
  #held = '';

  constructor(mark: string, sinks: MarkedLinesSinks) {
    this.#mark = mark;
    this.#sinks = sinks;
  }

  push(chunk: string): void {
    let rest = this.#held + chunk;
    this.#held = '';
    for (let at = rest.indexOf(this.#mark); at !== -1; at = rest.indexOf(this.#mark)) {
      this.#text(rest.slice(0, at));
      const end = rest.indexOf('\n', at);
      if (end === -1) {
        this.#holdLine(rest.slice(at));
        return;
      }
      this.#sinks.line(rest.slice(at + this.#mark.length, end).replace(/\r$/, ''));
      rest = rest.slice(end + 1);
    }
    const kept = this.#lengthToHold(rest);
    this.#text(rest.slice(0, rest.length - kept));
    this.#held = rest.slice(rest.length - kept);
  }

  /** Nothing more comes. */
  end(): void {
    this.#text(this.#held);
    this.#held = '';
  }

  #holdLine(line: string): void {
    if (line.length > longestLine) this.#text(line);
    else this.#held = line;
  }

  #lengthToHold(text: string): number {
    if (text.endsWith('\r')) return 1;
    const most = Math.min(this.#mark.length - 1, text.length);
    for (let length = most; length > 0; length--) {
      if (text.endsWith(this.#mark.slice(0, length))) return length;
    }
    return 0;
  }

  #text(text: string): void {
    if (text !== '') this.#sinks.text(text.replaceAll('\r\n', '\n'));
  }
}
