import { expect, type Page } from '@playwright/test';
import { fatalFrameAttacks, frameAttacks } from './isolation/frame-attacks.ts';
import { Watch } from './isolation/watch.ts';
import { abuse, forged, network, storage, type Attack } from './isolation/worker-attacks.ts';
import { script, test, type EngineDriver } from './harness/fixtures.ts';
import type { HarnessSite } from './harness/serve.ts';

/** Hostile code against the engine, with its prelude (`real`) and without (`naked`). */

function codeOf(attack: Attack, site: HarnessSite): string {
  return attack.code
    .replaceAll('EVIL', site.evilOrigin)
    .replaceAll('SITE', site.origin)
    .replaceAll('ID', attack.id);
}

/** The attack as a module; `say` prints, in both variants. */
function programOf(attack: Attack, site: HarnessSite): string {
  return `const say = globalThis.say ?? console.log;
    await (async () => { ${codeOf(attack, site)} })().catch((error) => say('blocked: ' + error?.name));`;
}

/** The engine works on after whatever happened. */
async function expectAlive(engine: EngineDriver): Promise<void> {
  const result = await engine.run(script(`(globalThis.say ?? console.log)('alive');`));
  expect.soft(result.stdout).toBe('alive\n');
}

for (const variant of ['real', 'naked'] as const) {
  test.describe(`worker attacks, ${variant}`, () => {
    test.use({ variant });

    for (const [group, attacks] of Object.entries({ network, storage })) {
      test(`${group}: nothing gets out or in`, async ({ engine, page, site }) => {
        const watch = new Watch(page, site);
        await watch.arm();
        for (const attack of attacks) {
          await test.step(attack.title, async () => {
            const result = await engine.run(script(programOf(attack, site)), { timeMs: 4000 });
            expect.soft(result.stdout, attack.title).not.toContain('LEAK');
            expect.soft(await watch.escapes(), attack.title).toEqual([]);
          });
        }
        await expectAlive(engine);
      });
    }

    for (const attack of abuse) {
      test(`survives ${attack.title}`, async ({ engine, page, site }) => {
        const watch = new Watch(page, site);
        await watch.arm();
        const result = await engine.run(script(programOf(attack, site)), { timeMs: 4000 });
        expect(result.stdout.length).toBeLessThanOrEqual(1 << 20);
        expect(result.longestGapMs).toBeLessThan(1000);
        expect(await watch.escapes()).toEqual([]);
        await expectAlive(engine);
      });
    }
  });
}

test.describe('forged messages', () => {
  test.use({ variant: 'naked' });

  for (const attack of forged) {
    test(`throws the frame away after ${attack.title}`, async ({ engine, page, site }) => {
      const watch = new Watch(page, site);
      await watch.arm();
      const result = await engine.run(script(programOf(attack, site)));
      expect(['crashed', 'output-limit', 'timeout']).toContain(result.done.reason);
      expect(await watch.escapes()).toEqual([]);
      await expectAlive(engine);
    });
  }
});

async function frameOf(page: Page) {
  const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
  if (frame === undefined) throw new Error('The engine has no frame.');
  return frame;
}

test.describe('attacks from the frame itself', () => {
  for (const attack of frameAttacks) {
    test(`holds: ${attack.title}`, async ({ engine, page, site }) => {
      const watch = new Watch(page, site);
      await watch.arm();
      await engine.prepare();
      const frame = await frameOf(page);
      const got: unknown = await frame.evaluate(codeOf(attack, site)).catch(() => undefined);
      expect(String(got)).not.toContain('LEAK');
      await expectAlive(engine);
      expect(await watch.escapes()).toEqual([]);
    });
  }

  for (const attack of fatalFrameAttacks) {
    test(`replaces the frame that would ${attack.title}`, async ({ engine, page, site }) => {
      const watch = new Watch(page, site);
      await watch.arm();
      const run = await engine.start(script(`setInterval(() => console.log('on'), 50);`));
      await engine.firstOutput(run);
      const frame = await frameOf(page);
      await frame.evaluate(codeOf(attack, site)).catch(() => undefined);
      const { done } = await engine.finish(run);
      expect(done.reason).toBe('crashed');
      expect((await watch.escapes()).filter((escape) => !escape.includes('/page'))).toEqual([]);
      await expectAlive(engine);
    });
  }

  test('a stranger’s message to the page changes nothing', async ({ engine, page }) => {
    await engine.prepare();
    const run = await engine.start(script(`setTimeout(() => console.log('done'), 200);`));
    await page.evaluate(() => {
      window.postMessage('backend-architect:hello', '*');
      window.postMessage({ type: 'end', reason: 'exit', code: 0 }, '*');
    });
    expect((await engine.finish(run)).stdout).toBe('done\n');
  });
});

/** What a browser refuses a Worker of an opaque origin even without any policy. */
const refusedAnyway = [
  'fetch-site',
  'import-site',
  'webtransport',
  'beacon',
  'nested-remote-worker',
  'webrtc',
];

/** What fires from the frame once its walls are down; the rest needs a click, or another origin. */
const firesFromFrame = [
  'dialogs',
  'download',
  'form',
  'elements',
  'scripts',
  'blob-script',
  'fetch',
  'rtc',
  'nested-site',
];

test.describe('control: with the walls down', () => {
  test.use({ variant: 'weak' });

  test('the detectors see what the Worker does', async ({ engine, page, site }) => {
    const watch = new Watch(page, site);
    await watch.arm();
    const silent: string[] = [];
    for (const attack of network.filter(({ id }) => !refusedAnyway.includes(id))) {
      site.hits.length = 0;
      const { stdout } = await engine.run(script(programOf(attack, site)), { timeMs: 4000 });
      const escapes = await watch.escapes();
      if (!stdout.includes('LEAK') && escapes.length === 0) silent.push(attack.id);
    }
    expect(silent).toEqual([]);
  });

  for (const attack of frameAttacks.filter(({ id }) => firesFromFrame.includes(id))) {
    test(`the detectors see the frame ${attack.title}`, async ({ engine, page, site }) => {
      const watch = new Watch(page, site);
      await watch.arm();
      await engine.prepare();
      const frame = await frameOf(page);
      const got: unknown = await frame.evaluate(codeOf(attack, site)).catch(() => undefined);
      await expect
        .poll(async () => [String(got), ...(await watch.escapes())].join())
        .toMatch(/LEAK|hit|dialog|download|popup|pwned/);
    });
  }
});
