import { expect } from '@playwright/test';
import { script, test } from './harness/fixtures.ts';
import { serverAttacks } from './isolation/server-attacks.ts';
import { Watch } from './isolation/watch.ts';

/** Servers in the cage that answer the page in bad faith. */

/** Long enough for an honest answer on a busy machine; only silence reaches it. */
const patienceMs = 5000;

for (const { id, title, code, seen } of serverAttacks) {
  test(`asks a server that answers with ${title}`, async ({ engine, page, site }) => {
    const watch = new Watch(page, site);
    await watch.arm();
    const program = `
      import { createServer } from 'node:http';
      const handle = (q, r) => { ${code.replaceAll('EVIL', site.evilOrigin)} };
      createServer(handle).listen(8080, () => console.log('listening'));`;
    const run = await engine.start(script(program));
    await engine.firstOutput(run);
    const patience = id === 'silence' ? { abort: 500 } : { abort: patienceMs };
    const answer = await engine.request(run, 8080, patience);
    expect(seen).toContain('code' in answer ? answer.code : answer.status);
    expect(await watch.escapes()).toEqual([]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await engine.stop(run);
    const { longestGapMs } = await engine.finish(run);
    expect(longestGapMs).toBeLessThan(1000);
    expect((await engine.run(script(`console.log('alive');`))).stdout).toBe('alive\n');
  });
}
