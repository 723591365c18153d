import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import { EngineDriver, script, test as base } from './harness/fixtures.ts';
import { hasFirefox, launchFirefox, openFirefoxPage } from './harness/firefox.ts';
import { abuse } from './isolation/abuse.ts';
import { codeOf, programOf } from './isolation/attack.ts';
import { forged } from './isolation/forged-messages.ts';
import { frameAttacks } from './isolation/frame-attacks.ts';
import { frameOf } from './isolation/frame-of.ts';
import { network } from './isolation/network-attacks.ts';
import { storage } from './isolation/storage-attacks.ts';
import { findings } from './isolation/trial.ts';
import { Watch } from './isolation/watch.ts';

/** The attacks in Firefox, where there is one; `npm test` gets it on Debian. */
const limits = { timeMs: 8000 };

/**
 * Each unhandled rejection goes to the console of Firefox, and from there to whoever drives it:
 * fifty thousand keep the page busy for longer than the program itself could.
 */
const bearable = abuse.filter(({ id }) => id !== 'rejections');

const test = base.extend<{ firefoxPage: Page }, { firefox: Browser }>({
  firefox: [
    async ({}, use) => {
      const browser = await launchFirefox();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  firefoxPage: async ({ firefox, site, variant }, use) => {
    site.hits.length = 0;
    site.knocks.length = 0;
    const page = await openFirefoxPage(firefox);
    await page.goto(`${site.origin}/?engine=embedded&variant=${variant}`);
    await page.waitForFunction(() => 'harness' in window);
    await use(page);
    await page.close();
  },
});

for (const variant of hasFirefox ? (['real', 'naked'] as const) : []) {
  test.describe(`Firefox, ${variant}`, () => {
    test.use({ variant });

    const groups =
      variant === 'naked' ? { network, storage, abuse: bearable } : { network, storage };
    for (const [group, attacks] of Object.entries(groups)) {
      test(`${group}: the walls hold`, async ({ firefoxPage, site }) => {
        test.setTimeout(180_000);
        const engine = new EngineDriver(firefoxPage);
        const watch = new Watch(firefoxPage, site);
        await watch.arm();
        for (const attack of attacks) {
          await test.step(attack.title, async () => {
            const result = await engine.run(script(programOf(attack, site)), limits);
            expect.soft(await findings(attack, result, watch), attack.title).toEqual([]);
          });
        }
        const after = await engine.run(script(`(globalThis.say ?? console.log)('alive');`));
        expect(after.stdout).toBe('alive\n');
      });
    }
  });
}

if (hasFirefox) {
  test.describe('Firefox, from the frame and by forged messages', () => {
    test.use({ variant: 'naked' });

    test('forged messages end the run', async ({ firefoxPage, site }) => {
      test.setTimeout(120_000);
      const engine = new EngineDriver(firefoxPage);
      for (const attack of forged) {
        await test.step(attack.title, async () => {
          const { done } = await engine.run(script(programOf(attack, site)), limits);
          expect.soft(['crashed', 'output-limit', 'timeout'], attack.title).toContain(done.reason);
        });
      }
    });

    test('code in the frame gets nowhere', async ({ firefoxPage, site }) => {
      test.setTimeout(120_000);
      const engine = new EngineDriver(firefoxPage);
      const watch = new Watch(firefoxPage, site);
      await watch.arm();
      for (const attack of frameAttacks) {
        await test.step(attack.title, async () => {
          await engine.prepare();
          const tried = frameOf(firefoxPage).evaluate(codeOf(attack, site));
          // Some questions of permission stay open for ever: nobody is there to answer.
          const got: unknown = await Promise.race([tried.catch(() => undefined), sleep(3000)]);
          expect.soft(String(got), attack.title).not.toContain('LEAK');
          await engine.run(script(`(globalThis.say ?? console.log)('next');`));
          expect.soft(await watch.escapes(), attack.title).toEqual([]);
        });
      }
    });
  });
}
