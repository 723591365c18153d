import type { Declaration } from './declaration.ts';
import { asFailure, testFailure } from './failure.ts';
import type { Location } from './report-event.ts';
import type { Runner } from './runner.ts';
import type { Stop } from './stop.ts';
import { SuiteContext } from './test-context.ts';
import { TestNode, type Kind } from './test-node.ts';

/** A suite. Its function declares tests, at once; they run when it is the suite's turn. */
export class SuiteNode extends TestNode {
  override readonly kind: Kind = 'suite';
  /** Resolves when all its tests are declared. */
  readonly built: Promise<void>;
  declared = false;
  readonly #timeoutMs: number | undefined;

  constructor(
    declaration: Declaration,
    parent: TestNode,
    runner: Runner,
    location: Location | undefined,
  ) {
    super(declaration, parent, runner, location);
    this.#timeoutMs = declaration.options.timeout;
    this.built = this.#build();
  }

  override async run(): Promise<void> {
    const { parent, runner } = this;
    if (parent !== undefined) this.hooks.inherit(parent.hooks);
    parent?.subtests.enter();
    await this.built;
    this.startMs = runner.loop.now();
    if (!this.abortIfAsked()) await this.#runTests(parent);
    this.end();
  }

  protected override makeContext(): object {
    return new SuiteContext(this);
  }

  protected override get timeout(): number | undefined {
    return this.#timeoutMs;
  }

  async #build(): Promise<void> {
    try {
      await this.call(this.context);
    } catch (error) {
      this.outcome.fail(testFailure(error, 'testCodeFailure'));
    }
    this.declared = true;
  }

  async #runTests(parent: TestNode | undefined): Promise<void> {
    let stop: Stop | undefined;
    try {
      if (parent?.hooks.has('before')) await parent.hooks.run('before', parent.context);
      await this.hooks.run('before', this.context);
      stop = this.startStop();
      const none = this.outcome.skipped || this.outcome.error !== undefined;
      const tests = none ? [] : this.subtests.all.map((test) => test.start());
      await Promise.race([Promise.all(tests), stop.promise]);
      await this.hooks.run('after', this.context);
      this.outcome.pass();
    } catch (error) {
      // The suite failed already: what its hook adds is not told.
      await this.hooks.run('after', this.context).catch(() => undefined);
      this.outcome.fail(asFailure(error));
    } finally {
      stop?.dispose();
    }
  }
}
