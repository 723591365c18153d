import type { Loop } from '../../machine.ts';
import { invalidArgType } from '../errors/argument-errors.ts';
import { validateInteger, validateObject } from '../errors/validate.ts';
import { testFailure } from './failure.ts';

export interface PlanOptions {
  /** Waits for assertions still to come: for ever, or so many milliseconds. */
  readonly wait?: boolean | number;
}

/** How many assertions and subtests a test means to make. */
export class TestPlan {
  readonly #expected: number;
  readonly #wait: boolean | number;
  readonly #loop: Loop;
  #actual = 0;
  #met: (() => void) | undefined;

  constructor(expected: number, options: PlanOptions, loop: Loop) {
    validateInteger(expected, 'count', 0, 2 ** 32 - 1);
    validateObject(options, 'options');
    const { wait = false } = options;
    if (typeof wait !== 'boolean' && typeof wait !== 'number')
      throw invalidArgType('options.wait', ['boolean', 'number'], wait);
    this.#expected = expected;
    this.#wait = wait;
    this.#loop = loop;
  }

  /** One more was made. */
  count(): void {
    this.#actual++;
    if (this.#actual === this.#expected) this.#met?.();
  }

  /**
   * @throws where too few or too many were made
   * @returns a promise to wait for, where the plan waits
   */
  check(): Promise<void> | undefined {
    if (this.#actual === this.#expected) return undefined;
    if (this.#wait === false) {
      const counts = `${this.#expected} assertions but received ${this.#actual}`;
      throw testFailure(`plan expected ${counts}`, 'testCodeFailure');
    }
    return new Promise((resolve, reject) => {
      const timer =
        typeof this.#wait === 'number'
          ? this.#loop.timer(() => reject(this.#late()), this.#wait)
          : undefined;
      this.#met = () => {
        timer?.cancel();
        resolve();
      };
    });
  }

  #late(): Error {
    const counts = `${this.#actual} assertions when expecting ${this.#expected}`;
    const message = `plan timed out after ${String(this.#wait)}ms with ${counts}`;
    return testFailure(message, 'testTimeoutFailure');
  }
}
