import { expect } from '@playwright/test';
import { contractSuite } from './contract-suite.ts';
import { project, script, test } from './harness/fixtures.ts';

contractSuite('embedded');

test.describe('the embedded engine', () => {
  test('says which module it lacks, and what to do', async ({ engine }) => {
    const result = await engine.run(script(`import zlib from 'node:zlib';`));
    expect(result.stderr).toContain(
      'The built-in engine does not have the module node:zlib. ' +
        'Run the example in WebContainer, or download it and run it with Node.js.',
    );
    expect(result.done).toEqual({ reason: 'exit', code: 1 });
  });

  test('refuses imports in a circle by naming the files', async ({ engine }) => {
    const result = await engine.run(
      project({
        'main.mjs': `import './a.mjs';`,
        'a.mjs': `import './b.mjs';`,
        'b.mjs': `import './a.mjs';`,
      }),
    );
    expect(result.stderr).toContain(
      'These files import each other in a circle: a.mjs → b.mjs → a.mjs.',
    );
  });

  test('hides its frame from assistive technology and from the keyboard', async ({
    engine,
    page,
  }) => {
    await engine.prepare();
    const frame = page.locator('iframe');
    await expect(frame).toHaveAttribute('aria-hidden', 'true');
    await expect(frame).toHaveAttribute('tabindex', '-1');
    await expect(frame).toHaveAttribute('sandbox', 'allow-scripts');
  });

  test('breaks no rule of the page and logs nothing', async ({ engine, page }) => {
    const logged: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    page.on('pageerror', (error) => logged.push(error.message));
    await engine.run(script(`import '#lab'; console.log('quiet');`));
    expect(logged).toEqual([]);
  });
});
