import type { AssertFunction } from '../assert/assert-module.ts';

/** Members of `node:assert` that `t.assert` has not. */
const notOfContext = new Set(['AssertionError', 'Assert', 'CallTracker', 'strict']);

/** The assertions of tests' contexts: those of `node:assert`, and those that a program adds. */
export class ContextAssertions {
  readonly #byName: Map<string, CallableFunction>;

  constructor(assert: AssertFunction) {
    const refused = (name: string) => (): never => {
      throw new Error(
        `t.assert.${name}() is not available in the playground: it keeps its snapshots in files. ` +
          'Compare with a value in the test, or run the test with Node.js.',
      );
    };
    this.#byName = new Map(
      Object.entries(assert).flatMap(([name, value]) =>
        typeof value === 'function' && !notOfContext.has(name) ? [[name, value]] : [],
      ),
    );
    for (const name of ContextAssertions.#refused) this.#byName.set(name, refused(name));
  }

  /** Snapshots are kept in files beside the test. */
  static readonly #refused = ['snapshot', 'fileSnapshot'];

  /** Adds an assertion to every context. */
  register(name: string, assertion: CallableFunction): void {
    this.#byName.set(name, assertion);
  }

  /** @param count called before each assertion of the context */
  of(context: object, count: () => void): object {
    const counted = (assertion: CallableFunction) => {
      return (...args: unknown[]): unknown => {
        count();
        return Reflect.apply(assertion, context, args);
      };
    };
    return Object.fromEntries(
      [...this.#byName].map(([name, assertion]) => [name, counted(assertion)]),
    );
  }
}
