import type { Native } from '../../native.ts';
import type { SourcePositions } from '../../source-position.ts';
import { scan, importName, type Edit } from '../scan.ts';

/** A CommonJS file's text as a function. */
export type Wrapper = (
  this: unknown,
  exports: unknown,
  require: unknown,
  module: unknown,
  filename: string,
  dirname: string,
) => unknown;

/** What compiling needs of the rest. */
export interface CompilerParts {
  readonly native: Pick<Native, 'runScript'>;
  readonly positions: SourcePositions;
  /** `import()` as a file sees it. */
  importFrom(filename: string): (specifier: unknown, options?: unknown) => Promise<unknown>;
  /** Edits that a text needs besides those of its imports. */
  editsOf(text: string): readonly Edit[];
}

type Take = (importModule: unknown) => Wrapper;

const slotName = 'backend-architect.script';
const slot = Symbol.for(slotName);
const parameters = 'exports, require, module, __filename, __dirname';
const head = `globalThis[Symbol.for('${slotName}')]=function(${importName}){return function (${parameters}) {`;

/**
 * Compiles CommonJS files. A script that the worker imports is classic, so it runs in sloppy mode
 * unless it asks for the strict one, and it is there when the call returns, as `require` wants it.
 */
export class Compiler {
  readonly #parts: CompilerParts;
  /** Errors of texts that do not parse → the text's file. */
  readonly #unparsed = new WeakMap<object, string>();

  constructor(parts: CompilerParts) {
    this.#parts = parts;
  }

  /**
   * @param filename absolute
   * @throws {SyntaxError}
   */
  compile(source: string, filename: string): Wrapper {
    const plain = source.startsWith('#!') ? `//${source.slice(2)}` : source;
    const { text, shifts } = scan(plain, this.#parts.editsOf(plain)).link((specifier) => specifier);
    const moved = shifts.map((one) =>
      one.line === 1 ? { ...one, from: one.from + head.length, by: one.by + head.length } : one,
    );
    this.#parts.positions.add(filename, source, [
      { line: 1, from: head.length + 1, by: head.length },
      ...moved,
    ]);
    const take = this.#run(`${head}${text}\n}}\n//# sourceURL=${filename}`, filename);
    return take(this.#parts.importFrom(filename));
  }

  /** @returns whether a text is no script for the only reason that it waits at its top level */
  hasTopLevelAwait(text: string): boolean {
    if (!/\bawait\b/.test(text)) return false;
    try {
      this.#run(`${head}${text}\n}}`, '');
      return false;
    } catch (error) {
      return /\bawait\b.*\bonly valid\b/.test(String(error));
    }
  }

  /** @returns the file that did not parse, where this is the error of one */
  unparsed(error: unknown): string | undefined {
    return typeof error === 'object' && error !== null ? this.#unparsed.get(error) : undefined;
  }

  #run(script: string, filename: string): Take {
    try {
      this.#parts.native.runScript(script);
      return Reflect.get(globalThis, slot) as Take;
    } catch (error) {
      if (error instanceof SyntaxError) {
        // The browser puts the name of its own function before what is wrong.
        error.message = error.message.replace(/^Failed to execute 'importScripts'[^:]*: /, '');
        this.#unparsed.set(error, filename);
      }
      throw error;
    } finally {
      Reflect.deleteProperty(globalThis, slot);
    }
  }
}
