/** An example in a frame on somebody else's page, of another origin. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PAGES } from './built-pages.ts';
import { expect as impatient, test as base } from './fixtures.ts';
import { Editor } from './pages/editor.ts';

interface ForeignSite {
  readonly origin: string;
  /** What its one page shows. */
  body: string;
}

/** Four scripts come one after the other before a link is told of; a busy machine takes seconds. */
const expect = impatient.configure({ timeout: 20_000 });

const test = base.extend<{ foreign: ForeignSite }>({
  foreign: async ({ problems }, use) => {
    const site = { origin: '', body: '' };
    const server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><html lang="en"><title>Elsewhere</title>${site.body}`);
    });
    // The site under test is localhost: to a browser that is another site than 127.0.0.1.
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    site.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await use(site);
    server.closeAllConnections();
    server.close();
    const others = problems.filter((problem) => !problem.includes(site.origin));
    problems.splice(0, problems.length, ...others);
  },
});

test.use({ serviceWorkers: 'block' });

const path = '/embed/resilience-and-fault-tolerance/circuit-breaker/';

const frameOf = (address: string, sandbox: string): string =>
  `<iframe src="${address}" title="Example" width="900" height="900" sandbox="${sandbox}"></iframe>`;
const enough = 'allow-scripts allow-same-origin';

test('the code that the page offers shows what was edited, runs it when asked, and tells its height', async ({
  page,
  foreign,
}) => {
  const editor = new Editor(page);
  await editor.open();
  await editor.edit.click();
  await editor.write('main.ts', "console.log('embedded', 6 / 2);\n");
  await editor.share.click();
  const code = await editor.embedCode.inputValue();
  expect(code).toContain('title="Runnable example: circuit breaker"');

  foreign.body = `${code}<script>
    const heard = [];
    addEventListener('message', ({ origin, data }) => heard.push({ origin, ...data }));
  </script>`;
  await page.goto(foreign.origin);
  const embedded = new Editor(page, page.frameLocator('iframe'));
  await expect(embedded.notice).toContainText('This code came with a link');
  await page.waitForLoadState('networkidle');
  await expect(embedded.block.status.first()).toContainText('nothing has run in this page yet');
  await embedded.block.run.click();
  await embedded.printed('embedded 3');

  const heard = await page.evaluate<Record<string, unknown>[]>('heard');
  const origin = new URL(page.frames()[1]?.url() ?? '').origin;
  expect(heard.at(-1)).toMatchObject({ origin, type: 'backend-architect:height' });
  expect(heard.at(-1)?.['heightPx']).toBeGreaterThan(900);
});

test('runs, draws and answers to its knobs in a frame that may run scripts and be itself', async ({
  page,
  foreign,
  baseURL,
}) => {
  foreign.body = frameOf(`${baseURL}${path}`, enough);
  await page.goto(foreign.origin);
  const { block } = new Editor(page, page.frameLocator('iframe'));
  await block.run.click();
  await block.finished();
  await block.typed('threads').fill('8');
  await block.typed('threads').press('Enter');
  await expect(block.output).toContainText('THREADS=8 node main.ts');

  // Three deep: the foreign page, the frame of the site, and the cage, which belongs to nobody.
  const cage = page.frames().find((frame) => frame.parentFrame()?.parentFrame());
  expect(await cage?.evaluate(() => self.origin)).toBe('null');
  const reach = await cage?.evaluate(() =>
    [() => parent.document, () => top?.document, () => localStorage].map((look) => {
      try {
        return typeof look();
      } catch (error) {
        return error instanceof DOMException && error.name;
      }
    }),
  );
  expect(reach).toEqual(['SecurityError', 'SecurityError', 'SecurityError']);
});

test('can be read in a frame without an origin, and says why it cannot run', async ({
  page,
  foreign,
  problems,
  baseURL,
}) => {
  foreign.body = frameOf(`${baseURL}${path}`, 'allow-scripts');
  await page.goto(foreign.origin);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('This frame has no origin of its own')).toBeVisible();
  await expect(frame.getByRole('region', { name: 'Output', exact: true })).toContainText(
    'With the breaker',
  );
  await expect(frame.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
  // Its script is refused, as the sentence says.
  problems.splice(0, problems.length, ...problems.filter((text) => !/CORS|ERR_FAILED/.test(text)));
});

test('edits where the browser keeps nothing for a frame, and says so', async ({
  page,
  foreign,
  baseURL,
}) => {
  await page.addInitScript(() => {
    if (self === top) return;
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('no storage', 'SecurityError');
      },
    });
  });
  foreign.body = frameOf(`${baseURL}${path}`, enough);
  await page.goto(foreign.origin);
  const editor = new Editor(page, page.frameLocator('iframe'));
  await editor.block.file('breaker.ts').scrollIntoViewIfNeeded();
  await editor.edit.click({ timeout: 20_000 });
  await editor.write('main.ts', "console.log('kept nowhere');\n");
  await expect(editor.status).toContainText('This browser keeps nothing here');
  await editor.block.run.click();
  await editor.printed('kept nowhere');
});

test('follows the theme of the address, else the system', async ({ page }) => {
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(path);
  const light = await background();
  await page.goto(`${path}?theme=dark`);
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(path);
  expect(await background()).toBe(dark);
  await page.goto(`${path}?theme=light`);
  expect(await background()).toBe(light);
});

/** Who may have a page in a frame: anybody, the wizard, nobody. */
function framing(pathname: string): { ancestors: string; option: string | undefined } {
  if (pathname.startsWith('/embed/')) return { ancestors: '*', option: undefined };
  return pathname === '/drawing-frame/'
    ? { ancestors: "'self'", option: 'SAMEORIGIN' }
    : { ancestors: "'none'", option: 'DENY' };
}

test('only these pages may stand in a frame', async ({
  page,
  foreign,
  problems,
  request,
  baseURL,
}) => {
  for (const pathname of PAGES) {
    const headers = (await request.get(pathname)).headers();
    const { ancestors, option } = framing(pathname);
    expect(headers['content-security-policy'], pathname).toBe(`frame-ancestors ${ancestors}`);
    expect(headers['x-frame-options'], pathname).toBe(option);
  }
  foreign.body = frameOf(`${baseURL}/about/`, enough);
  await page.goto(foreign.origin);
  await expect(page.frameLocator('iframe').getByRole('main')).toHaveCount(0);
  // The browser says that it refused the frame, which is what is wanted here.
  await expect.poll(() => problems.filter(isRefusal)).toHaveLength(1);
  problems.splice(0, problems.length, ...problems.filter((problem) => !isRefusal(problem)));
});

function isRefusal(problem: string): boolean {
  return /^console error: Framing .*frame-ancestors 'none'/.test(problem);
}
