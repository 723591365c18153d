import { expect } from '@playwright/test';
import { contractSuite } from './contract-suite.ts';
import { project, script, test } from './harness/fixtures.ts';

/** With the unchanged client, against our stand-in; `npm run test:live` runs it against the real one. */
contractSuite('webcontainer', {
  capabilities: ['websocket', 'npm-install', 'shell'],
  root: '/home/app',
  endsLoops: 'at-time-limit',
  framesAfterDispose: 1,
  needsNetwork: true,
});

test.describe('WebContainer, as our stand-in plays it', () => {
  test.use({ engineId: 'webcontainer' });
  test.skip(process.env['WEBCONTAINER'] === 'live', 'the real service takes no orders');

  starts();
  projects();
});

function starts(): void {
  test('gives a start that hangs 8 s', async ({ engine, page, standIn }) => {
    standIn.mood = 'hangs';
    await page.clock.install();
    const refused = engine.prepareRefused();
    await page.waitForSelector('iframe', { state: 'attached' });
    await page.clock.runFor(7_900);
    await page.clock.runFor(200);
    expect(await refused).toEqual({
      code: 'boot-timeout',
      message: 'WebContainer did not start in time. It was given 8 s.',
    });
  });

  test('says why a start failed, and starts when it can', async ({ engine, standIn }) => {
    standIn.mood = 'fails';
    expect(await engine.prepareRefused()).toEqual({
      code: 'boot-failed',
      message: 'WebContainer could not start. No room for a container.',
    });
    standIn.mood = 'well';
    expect((await engine.run(script(`console.log('at last');`))).stdout).toBe('at last\n');
  });

  test('says at once that the browser is offline', async ({ engine, page }) => {
    await engine.load();
    await page.context().setOffline(true);
    expect(await engine.prepareRefused()).toMatchObject({ code: 'offline' });
  });

  test('refuses a page without the headers, and says so', async ({ site, page }) => {
    await page.goto(`${site.origin}/?engine=webcontainer&bare`);
    await page.waitForFunction(() => 'harness' in window);
    const refused = await page.evaluate(() => window.harness.prepareRefused());
    expect(refused?.code).toBe('not-supported');
    expect(refused?.message).toContain('does not send the headers COOP and COEP');
  });

  test('ends its container and starts a second one', async ({ engine, standIn }) => {
    const before = standIn.builds;
    await engine.run(script(`console.log('one');`));
    expect(standIn.machines).toBe(1);
    await engine.renew('webcontainer');
    await expect.poll(() => standIn.machines).toBe(0);
    expect((await engine.run(script(`console.log('two');`))).stdout).toBe('two\n');
    expect(standIn.builds).toBe(before + 2);
    expect(standIn.machines).toBe(1);
  });

  test('leaves no program behind after a kill', async ({ engine, standIn }) => {
    const run = await engine.start(script(`console.log('on'); for (;;);`));
    await engine.firstOutput(run);
    expect(standIn.processes).toBe(1);
    await engine.stop(run);
    expect((await engine.finish(run)).done.reason).toBe('killed');
    await expect.poll(() => standIn.processes).toBe(0);
  });
}

function projects(): void {
  const typed = {
    ...project({ 'main.ts': `const a: number = 1;\nconsole.log(a, process.argv.length);` }),
    prepared: { 'main.ts': `const a         = 1;\nconsole.log(a, process.argv.length);` },
  };

  for (const isOld of [false, true]) {
    test(`runs TypeScript where Node.js inside ${isOld ? 'does not strip' : 'strips'} types`, async ({
      engine,
      standIn,
    }) => {
      standIn.isOld = isOld;
      const result = await engine.run(typed);
      expect(result.stdout).toBe('1 2\n');
    });
  }

  test('refuses types that nobody can strip', async ({ engine, standIn }) => {
    standIn.isOld = true;
    expect(await engine.refusal({ ...typed, prepared: {} })).toMatchObject({ code: 'bad-project' });
  });

  test('installs what package.json names, and only then', async ({ engine }) => {
    const dependencies = { greeting: 'file:./greeting' };
    const result = await engine.run(
      project({
        'main.mjs': `import { greet } from 'greeting'; console.log(greet());`,
        'package.json': JSON.stringify({ dependencies }),
        'greeting/package.json':
          '{ "name": "greeting", "version": "1.0.0", "type": "module", "exports": "./index.js" }',
        'greeting/index.js': `export const greet = () => 'hello';`,
      }),
    );
    expect(result.stdout).toBe('hello\n');
  });

  test('shows the end of npm’s report where a package is not to be had', async ({ engine }) => {
    const refused = await engine.refusal(
      project({
        'main.mjs': '',
        'package.json': '{ "dependencies": { "no-such-package-anywhere": "1.0.0" } }',
      }),
    );
    expect(refused?.code).toBe('install-failed');
    expect(refused?.message).toContain('npm');
  });

  test('takes away the files of the project before', async ({ engine }) => {
    await engine.run(project({ 'main.mjs': '', 'old.mjs': '' }));
    const result = await engine.run(
      script(`import { existsSync } from 'node:fs'; console.log(existsSync('old.mjs'));`),
    );
    expect(result.stdout).toBe('false\n');
  });

  test('opens a shell in the project’s folder, with Node.js and npm', async ({ engine }) => {
    const prompt = '❯ ';
    const shown = await engine.shell(project({ 'main.mjs': `console.log('from', 'a shell');` }), [
      { type: '', until: prompt },
      { type: 'node main.mjs\r', until: prompt },
      { type: 'npm --version\r', until: prompt },
      { type: 'nonsense\r', until: prompt },
    ]);
    expect(shown).toContain('\r\nfrom a shell\r\n');
    expect(shown).toMatch(/npm --version\r\n\d+\.\d+\.\d+/);
    expect(shown).toContain('command not found: nonsense');
    expect(shown).toContain('❯ node main.mjs');
  });
}
