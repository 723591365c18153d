import { asFailure, isTestFailure } from './failure.ts';
import type { Stop } from './stop.ts';
import type { TestNode } from './test-node.ts';

/** Runs a test's function, then what it waits for: subtests and its plan. */
async function runBody(node: TestNode, stop: Stop): Promise<void> {
  const { parent, subtests } = node;
  const { running } = node.runner;
  if (parent !== undefined) running.push(node);
  try {
    await Promise.race([node.call(node.context), stop.promise]);
    node.abortIfAsked();
    const { settled } = subtests;
    if (settled !== undefined) await Promise.race([settled, stop.promise]);
    const planned = node.plan?.check();
    if (planned !== undefined) await Promise.race([planned, stop.promise]);
  } finally {
    if (parent !== undefined) running.splice(running.indexOf(node), 1);
  }
}

/** The hooks after a test; those that ran are not run again. */
function createAfter({ parent, hooks, context, outcome }: TestNode): () => Promise<void> {
  const skipped = outcome.skipped;
  let afterEachRan = false;
  return async () => {
    if (!afterEachRan && !skipped && parent?.hooks.has('afterEach')) {
      afterEachRan = true;
      await parent.hooks.run('afterEach', context);
    }
    await hooks.run('after', context);
  };
}

async function runBefore({ parent, context, outcome }: TestNode): Promise<void> {
  if (parent?.hooks.has('before')) await parent.hooks.run('before', parent.context);
  if (parent?.hooks.has('beforeEach') && !outcome.skipped)
    await parent.hooks.run('beforeEach', context);
}

/** Runs a test with its hooks. Its outcome says what became of it. */
export async function runTest(node: TestNode): Promise<void> {
  const { outcome, planned } = node;
  const runAfter = createAfter(node);
  let stop: Stop | undefined;
  try {
    if (planned) node.setPlan(planned);
    await runBefore(node);
    stop = node.startStop();
    await runBody(node, stop);
    outcome.pass();
    await runAfter();
  } catch (error) {
    if (isTestFailure(error) && error.failureType === 'testTimeoutFailure') node.cancel(error);
    else outcome.fail(asFailure(error));
    // The test failed already: what its hooks add is not told.
    await runAfter().catch(() => undefined);
  } finally {
    stop?.dispose();
    if (node.parent !== undefined) node.abort();
  }
}
