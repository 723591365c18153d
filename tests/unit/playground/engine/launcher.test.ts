import { expect, test } from 'vitest';
import { Launcher } from '../../../../playground/engines/embedded/worker/linker/launcher.ts';

/** A browser whose imports settle when the test says so. */
function launch() {
  const imports: ((namespace: unknown) => void)[] = [];
  let held = 0;
  const hold = (): (() => void) => {
    held += 1;
    return () => void (held -= 1);
  };
  const launcher = new Launcher({
    native: {
      moduleUrl: (text) => `blob:${text}`,
      importModule: () => new Promise((resolve) => void imports.push(resolve)),
    },
    hold,
    holdAtWork: hold,
  });
  const settleNext = async (): Promise<void> => {
    imports.shift()?.({});
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { launcher, settleNext, held: () => held };
}

test('a program lives while it is linked, and not while it waits at an await of its own', () => {
  const { launcher, held } = launch();
  void launcher.run('blob:main');
  expect(held()).toBe(1);
  launcher.begun('blob:main');
  expect(held()).toBe(0);
});

test('a program lives from its last line to the moment at which the browser says so', async () => {
  const { launcher, settleNext, held } = launch();
  const run = launcher.run('blob:main');
  launcher.begun('blob:main');
  launcher.ended('blob:main');
  expect(held()).toBe(1);
  await settleNext();
  expect(held()).toBe(1);
  await settleNext();
  await run;
  expect(held()).toBe(0);
});
