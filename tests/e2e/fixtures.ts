import {
  test as base,
  expect,
  type ConsoleMessage,
  type Page,
  type Request,
} from '@playwright/test';

/** What no page may do, whatever the test is about. */
interface Watch {
  /** What went wrong so far; a test that expects a problem takes it out again. */
  readonly problems: string[];
}

/** `test` that also fails on a policy violation, a console error or a request to another origin. */
export const test = base.extend<Watch>({
  problems: [
    async ({ page, baseURL }, use) => {
      const problems: string[] = [];
      await watch(page, new URL(baseURL ?? 'http://localhost').origin, (problem) => {
        problems.push(problem);
      });
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

async function watch(page: Page, origin: string, report: (problem: string) => void): Promise<void> {
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() !== 'error') return;
    report(`console error: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => {
    report(`uncaught error: ${error.message}`);
  });
  page.on('request', (request: Request) => {
    if (!isOwn(request.url(), origin)) report(`request to another origin: ${request.url()}`);
  });
  await page.exposeFunction('reportPolicyViolation', report);
  await page.addInitScript(listenForViolations);
}

function isOwn(url: string, origin: string): boolean {
  return new URL(url).origin === origin || /^(?:data|blob|about):/.test(url);
}

/** Runs in the page before anything else there. */
function listenForViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const tell: unknown = Reflect.get(globalThis, 'reportPolicyViolation');
    if (typeof tell !== 'function') return;
    const what = event.blockedURI === '' ? event.sample : event.blockedURI;
    tell(`policy violation: ${event.effectiveDirective} blocked ${what} on ${location.href}`);
  });
}
