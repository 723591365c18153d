import type { Position } from './machine.ts';

/** Linking made a line longer: columns from `from` on stand `by` further right. */
export interface Shift {
  /** From 1. */
  readonly line: number;
  /** From 1, in the linked text. */
  readonly from: number;
  readonly by: number;
}

interface Source {
  readonly text: string;
  readonly shifts: readonly Shift[];
}

/** The part of V8's call sites that is read here. */
interface CallSite {
  getScriptNameOrSourceURL?(): string | null;
  toString(): string;
}

/** Frames of the engine, by the name that its build gives the worker. */
const engineName = 'node:internal/engine';
const place = /((?:file:\/\/)?\/app\/[^\s()]*?):(\d+):(\d+)/;

/** Leads from an error's stack to the project's files as the reader sees them. */
export class SourcePositions {
  readonly #sources = new Map<string, Source>();
  /** Errors of imports that lead nowhere, and where the import stands. */
  readonly #imports = new WeakMap<object, Position>();
  /** Errors that the engine itself made: their first place in user code is not their origin. */
  readonly #inside = new WeakSet();

  /** @param file as `file:///app/…` */
  add(file: string, text: string, shifts: readonly Shift[]): void {
    this.#sources.set(file, { text, shifts });
  }

  text(file: string): string | undefined {
    return this.#sources.get(file)?.text;
  }

  line({ file, line }: Position): string {
    return this.text(file)?.split('\n')[line - 1] ?? '';
  }

  /** @returns the first place in user code that the stack names */
  of(error: Error): Position | undefined {
    const [, file, line, column] = place.exec(stackOf(error)) ?? [];
    if (file === undefined) return undefined;
    return { file, line: Number(line), column: Number(column) };
  }

  /** An import is the reason of an error; of several, the first that is named. */
  blame(error: unknown, at: Position): void {
    if (error instanceof Error && !this.#imports.has(error)) this.#imports.set(error, at);
  }

  /** @returns the import that an error is about, else the first place of its stack */
  faultOf(error: Error): Position | undefined {
    return this.#imports.get(error) ?? this.of(error);
  }

  madeInside(error: Error): boolean {
    stackOf(error);
    return this.#inside.has(error);
  }

  /** Leads from a place in the linked text to the project's own. */
  originalOf({ file, line, column }: Position): Position {
    const shifts = this.#sources.get(file)?.shifts ?? [];
    const shift = shifts.findLast((one) => one.line === line && one.from <= column);
    return { file, line, column: column - (shift?.by ?? 0) };
  }

  /** The `throw` before a place where an error is made: Node points at it, browsers do not. */
  throwBefore(position: Position): Position {
    const before = this.line(position).slice(0, position.column - 1);
    const at = before.search(/\bthrow\s+$/);
    return at === -1 ? position : { ...position, column: at + 1 };
  }

  /**
   * Makes stacks read as Node's: columns of the project's own text, and no frames of the engine.
   * Only V8 asks; elsewhere stacks stay as the browser writes them.
   */
  install(): void {
    const { toString } = Error.prototype;
    const prepareStackTrace = (error: Error, sites: readonly CallSite[]): string => {
      const inside = sites.map(isEngineSite);
      if (inside[0] === true) this.#inside.add(error);
      const outside = sites.filter((_, at) => !inside[at]);
      const shown = outside.length > 0 ? outside : sites.slice(0, 1);
      const frames = shown.map((site) => `\n    at ${this.#original(String(site))}`);
      return headOf(error, toString) + frames.join('');
    };
    Object.defineProperty(Error, 'prepareStackTrace', {
      value: prepareStackTrace,
      writable: true,
      configurable: true,
    });
  }

  #original(frame: string): string {
    return frame.replace(place, (_, file: string, line: string, column: string) => {
      const linked = { file, line: Number(line), column: Number(column) };
      return `${file}:${line}:${this.originalOf(linked).column}`;
    });
  }
}

/** @param at index in the file's text */
export function positionAt(file: string, text: string, at: number): Position {
  const before = text.slice(0, at).split('\n');
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function isEngineSite(site: CallSite): boolean {
  return site.getScriptNameOrSourceURL?.()?.startsWith(engineName) === true;
}

function headOf(error: Error, toString: () => string): string {
  try {
    return toString.call(error);
  } catch {
    return '<error>';
  }
}

function stackOf(error: Error): string {
  try {
    return String(error.stack);
  } catch {
    return '';
  }
}
