/** PostgreSQL in a run block: fetched when a program names it, with its progress said. */
import { expect, test } from './block-fixtures.ts';

const program = `import { PGlite } from '@electric-sql/pglite';
const db = await PGlite.create();
console.log((await db.query('SELECT 6 * 7 AS answer')).rows);
await db.close();`;

/** It starts in seconds, and in many where the machine has much else to do. */
const patience = { timeout: 90_000 };

test('a program that names PostgreSQL gets it, and is told how much has come', async ({
  block,
  page,
}) => {
  test.slow();
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  await page.route('**/*.bin', async (route) => {
    await released;
    await route.continue();
  });
  await block.serveProgram(program);
  await block.open();
  await block.run.click();
  await expect(block.status).toHaveText(/Loading PostgreSQL: 0\.0 of \d\.\d MB/);
  release(undefined);
  await block.finished(patience);
  await expect(block.output).toContainText('[ { answer: 42 } ]');

  await page.context().setOffline(true);
  await block.run.click();
  await expect(block.status).toContainText('Running');
  await block.finished(patience);
  await expect(block.output).toContainText('[ { answer: 42 } ]');
});

test('a database that does not come is said, and the next press tries again', async ({
  block,
  page,
  problems,
}) => {
  test.slow();
  await page.route('**/*.bin', (route) => route.abort(), { times: 3 });
  await block.serveProgram(program);
  await block.open();
  await block.run.click();
  await expect(block.problem).toContainText('PostgreSQL did not come');
  await block.run.click();
  await expect(block.output).toContainText('[ { answer: 42 } ]', patience);
  problems.splice(0, problems.length, ...problems.filter((text) => !text.includes('.bin')));
});
