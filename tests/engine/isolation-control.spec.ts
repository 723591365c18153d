import { connect } from 'node:net';
import { expect } from '@playwright/test';
import { script, test } from './harness/fixtures.ts';
import { abuse } from './isolation/abuse.ts';
import { codeOf, programOf, type Attack } from './isolation/attack.ts';
import { forged } from './isolation/forged-messages.ts';
import { frameAttacks } from './isolation/frame-attacks.ts';
import { frameOf } from './isolation/frame-of.ts';
import { network } from './isolation/network-attacks.ts';
import { storage, takenAway } from './isolation/storage-attacks.ts';
import { findings } from './isolation/trial.ts';
import { Watch } from './isolation/watch.ts';

/**
 * The same attacks with every wall taken down: no policy, a frame of the site's own origin, no
 * prelude, no heartbeat, no meter, no limit of output, messages unread. What is silent here proves
 * nothing there, so each detector must fire once.
 */
test.use({ variant: 'weak' });

/** What ends an attack where no heartbeat does. */
const limits = { timeMs: 4500 };

const detected = ({ silent }: Attack): boolean => silent === undefined;

/** A page that does not answer any more, or is gone, was hurt: that is a finding, too. */
function orHurt<Value>(work: Promise<Value>): Promise<Value | string> {
  const whole = work.catch((error: unknown) => {
    if (String(error).includes('Target crashed')) return 'the page crashed';
    throw error;
  });
  const patience = new Promise<string>((resolve) => {
    setTimeout(resolve, 12_000, 'the page stood still').unref();
  });
  whole.catch(() => undefined);
  return Promise.race([whole, patience]);
}

for (const attack of [...network, ...storage, ...takenAway, ...abuse].filter(detected)) {
  test(`the detectors see the Worker’s ${attack.title}`, async ({ engine, page, site }) => {
    const watch = new Watch(page, site);
    await watch.arm();
    const run = engine.run(script(programOf(attack, site)), limits);
    const found = run.then((result) => findings(attack, result, watch));
    expect(await orHurt(found)).not.toEqual([]);
  });
}

test('the detectors see a connection over which nothing is asked', async ({ page, site }) => {
  const watch = new Watch(page, site);
  expect(watch.knocks()).toEqual([]);
  const { port, hostname } = new URL(site.evilOrigin);
  const socket = connect(Number(port), hostname);
  await expect.poll(() => watch.knocks().length).toBe(1);
  expect(site.hits).toEqual([]);
  socket.destroy();
});

for (const attack of forged.filter(detected)) {
  test(`nobody minds ${attack.title}`, async ({ engine, site }) => {
    const reason = engine
      .run(script(programOf(attack, site)), limits)
      .then(({ done }) => done.reason);
    expect(await orHurt(reason)).not.toBe('crashed');
  });
}

for (const attack of frameAttacks.filter(detected)) {
  test(`the detectors see the frame ${attack.title}`, async ({ engine, page, site }) => {
    const watch = new Watch(page, site);
    await watch.arm();
    await page.context().setGeolocation({ latitude: 0, longitude: 0 });
    await page.context().grantPermissions(['geolocation', 'clipboard-read']);
    await engine.prepare();
    const got: unknown = await frameOf(page)
      .evaluate(codeOf(attack, site))
      .catch(() => undefined);
    await expect
      .poll(async () =>
        [String(got), ...(await watch.escapes().catch(() => ['the page moved']))].join(),
      )
      .toMatch(/LEAK|hit|dialog|download|popup|pwned|moved/);
  });
}
