import { readDeclaration } from './declaration.ts';
import type { Runner } from './runner.ts';
import { TestNode, type Kind } from './test-node.ts';

/** The file: all tests of its own are its subtests. */
export class RootNode extends TestNode {
  override readonly kind: Kind = 'root';
  readonly #onAllReported: () => void;

  constructor(runner: Runner, onAllReported: () => void) {
    super(readDeclaration(['<root>'], {}), undefined, runner, undefined);
    this.#onAllReported = onAllReported;
    this.startMs = 0;
  }

  protected override childFinished(): void {
    if (this.subtests.allReported) this.#onAllReported();
  }
}
