import { expect } from '@playwright/test';
import { runMessage } from '../../playground/engines/embedded/host/run-message.ts';
import { script, test, type EngineDriver } from './harness/fixtures.ts';
import { abuse } from './isolation/abuse.ts';
import { codeOf, programOf } from './isolation/attack.ts';
import { forged } from './isolation/forged-messages.ts';
import { fatalFrameAttacks, frameAttacks } from './isolation/frame-attacks.ts';
import { frameOf } from './isolation/frame-of.ts';
import { network } from './isolation/network-attacks.ts';
import { storage, takenAway } from './isolation/storage-attacks.ts';
import { findings } from './isolation/trial.ts';
import { Watch } from './isolation/watch.ts';

/** Hostile code against the engine, with its prelude (`real`) and without (`naked`). */

/** Longer than the engine's own patience, so that this limit is never what ends an attack. */
const limits = { timeMs: 8000 };

/** The engine works on after whatever happened. */
async function expectAlive(engine: EngineDriver): Promise<void> {
  const result = await engine.run(script(`(globalThis.say ?? console.log)('alive');`));
  expect.soft(result.stdout).toBe('alive\n');
}

for (const variant of ['real', 'naked'] as const) {
  test.describe(`worker attacks, ${variant}`, () => {
    test.use({ variant });
    const groups = { network, storage: variant === 'real' ? [...storage, ...takenAway] : storage };

    for (const [group, attacks] of Object.entries(groups)) {
      test(`${group}: nothing gets out or in`, async ({ engine, page, site }) => {
        const watch = new Watch(page, site);
        await watch.arm();
        for (const attack of attacks) {
          await test.step(attack.title, async () => {
            const result = await engine.run(script(programOf(attack, site)), limits);
            expect.soft(await findings(attack, result, watch), attack.title).toEqual([]);
          });
        }
        await expectAlive(engine);
      });
    }

    for (const attack of abuse) {
      test(`survives ${attack.title}`, async ({ engine, page, site }) => {
        const watch = new Watch(page, site);
        await watch.arm();
        const result = await engine.run(script(programOf(attack, site)), limits);
        expect(await findings(attack, result, watch)).toEqual([]);
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
      const timeMs = attack.bornMs === undefined ? limits.timeMs : 2 * attack.bornMs;
      const { done } = await engine.run(script(programOf(attack, site)), { timeMs });
      expect(['crashed', 'output-limit', 'timeout']).toContain(done.reason);
      // Its own patience ended it, and not the limit of this test.
      if (done.reason === 'timeout') expect(done.message).toBe(runMessage('silent'));
      expect(await watch.escapes()).toEqual([]);
      await expectAlive(engine);
    });
  }
});

test.describe('attacks from the frame itself', () => {
  for (const attack of frameAttacks) {
    test(`holds: ${attack.title}`, async ({ engine, page, site }) => {
      const watch = new Watch(page, site);
      await watch.arm();
      await engine.prepare();
      const frame = frameOf(page);
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
      const frame = frameOf(page);
      await frame.evaluate(codeOf(attack, site)).catch(() => undefined);
      const { done } = await engine.finish(run);
      expect(done.reason).toBe('crashed');
      expect(await watch.escapes()).toEqual([]);
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
