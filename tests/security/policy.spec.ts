/**
 * The policy holds where somebody gets markup into a page: each attempt is made in the real page,
 * must have no effect, and must be reported. That no page violates it by itself is checked on every
 * page by tests/e2e/fixtures.ts.
 */
import type { Page } from '@playwright/test';
import { PAGES } from '../e2e/built-pages.ts';
import { expect, test } from '../e2e/fixtures.ts';

const PATTERN_PAGE =
  PAGES.find((pathname) => /^\/patterns\/.*(?<!\/code)\/$/.test(pathname)) ?? '/';
const ELSEWHERE = 'https://elsewhere.example';

interface Attempt {
  readonly what: string;
  readonly directive: string;
  /** Runs in the page; sets `globalThis.escaped` if it gets through. */
  readonly act: () => unknown;
}

const ATTEMPTS: readonly Attempt[] = [
  {
    what: 'an inline script',
    directive: 'script-src-elem',
    act: () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.escaped = true';
      document.body.append(script);
    },
  },
  {
    what: 'an event handler in an attribute',
    directive: 'script-src-attr',
    act: () => {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'globalThis.escaped = true');
      document.body.append(button);
      button.click();
    },
  },
  {
    what: 'a text made into code',
    directive: 'script-src',
    // In a task of the page's own: what a debugger evaluates may do this.
    act: () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          resolve(undefined);
          try {
            Reflect.construct(Function, ['globalThis.escaped = true'])();
          } catch {
            // What the policy answers; its report is what counts.
          }
        });
      }),
  },
  {
    what: 'a script from elsewhere',
    directive: 'script-src-elem',
    act: () => {
      const script = document.createElement('script');
      script.src = 'https://elsewhere.example/x.js';
      document.body.append(script);
    },
  },
  {
    what: 'an image from elsewhere',
    directive: 'img-src',
    act: () => {
      new Image().src = 'https://elsewhere.example/x.png';
    },
  },
  {
    what: 'data sent elsewhere',
    directive: 'connect-src',
    act: () => fetch('https://elsewhere.example/').catch(() => undefined),
  },
  {
    what: 'a style element',
    directive: 'style-src-elem',
    act: () => {
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.head.append(style);
    },
  },
  {
    what: 'a frame from elsewhere',
    directive: 'frame-src',
    act: () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://elsewhere.example/';
      document.body.append(frame);
    },
  },
  {
    what: 'a worker made of a text',
    directive: 'worker-src',
    act: () => new Worker('data:text/javascript,postMessage(1)').terminate(),
  },
  {
    what: 'a plug-in from elsewhere',
    directive: 'object-src',
    act: () => {
      const plugin = document.createElement('object');
      plugin.data = 'https://elsewhere.example/x.swf';
      document.body.append(plugin);
    },
  },
  {
    what: 'a font from elsewhere',
    directive: 'font-src',
    act: () =>
      new FontFace('x', 'url(https://elsewhere.example/x.woff2)').load().catch(() => undefined),
  },
  {
    what: 'a manifest from elsewhere',
    directive: 'manifest-src',
    act: () => {
      const link = document.createElement('link');
      link.rel = 'manifest';
      link.href = 'https://elsewhere.example/x.json';
      document.head.append(link);
    },
  },
  {
    what: 'a form sent elsewhere',
    directive: 'form-action',
    act: () => {
      const form = document.createElement('form');
      form.action = 'https://elsewhere.example/';
      document.body.append(form);
      form.submit();
    },
  },
  {
    what: 'another base for all addresses',
    directive: 'base-uri',
    act: () => {
      const base = document.createElement('base');
      base.href = 'https://elsewhere.example/';
      document.head.append(base);
    },
  },
];

for (const pathname of ['/', PATTERN_PAGE, '/wizard/']) {
  for (const { what, directive, act } of ATTEMPTS) {
    test(`${pathname} refuses ${what}`, async ({ page, problems }) => {
      await page.goto(pathname);
      const asked = requestsElsewhere(page);
      await page.evaluate(act);
      await fetchManifest(page);
      await expect
        .poll(() => problems.filter((problem) => problem.includes(`violation: ${directive} `)))
        .toHaveLength(1);
      expect(await page.evaluate(() => 'escaped' in globalThis)).toBe(false);
      expect(asked).toEqual([]);
      // These were made on purpose.
      problems.length = 0;
    });
  }
}

test('a page answers with the headers of the table', async ({ request }) => {
  const headers = (await request.get('/')).headers();
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'content-security-policy': "frame-ancestors 'none'",
  });
});

test('no page sets a cookie', async ({ page, context }) => {
  await page.goto(PATTERN_PAGE);
  expect(await context.cookies()).toEqual([]);
});

/** Chromium reads a manifest when somebody wants to install the site, or asks like this. */
async function fetchManifest(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.getAppManifest');
}

/** What really left for another origin; a request that the policy stopped never did. */
function requestsElsewhere(page: Page): string[] {
  const asked: string[] = [];
  page.on('requestfinished', (request) => {
    if (request.url().startsWith(ELSEWHERE)) asked.push(request.url());
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (request.url().startsWith(ELSEWHERE) && !/csp|blocked/i.test(reason)) {
      asked.push(`${request.url()} ${reason}`);
    }
  });
  return asked;
}
