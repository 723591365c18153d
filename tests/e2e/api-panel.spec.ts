/** The API of an example: its server, the request panel, and its contract in Swagger UI. */
import type { Page } from '@playwright/test';
import { expect, test } from './block-fixtures.ts';
import { apiPage } from './pages/run-block.ts';

test.describe.configure({ timeout: 180_000 });

test.describe('the API of an example', () => {
  test('is asked by the request panel, and curl would ask the same', async ({ block, page }) => {
    const asked = requestsOf(page);
    await block.open(apiPage);
    const api = await block.openRequest();
    await api.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(api).toContainText('Nothing in the program listens on this port. Port 8080.');

    await block.startServer();
    await api.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(api).toContainText('Answered: 200 OK.');
    await expect(api.getByRole('region', { name: 'Headers of the answer' })).toContainText(
      'etag: "1"',
    );
    await expect(api.getByRole('region', { name: 'Body of the answer' })).toContainText('"tea"');

    await api.getByRole('combobox', { name: 'Method' }).selectOption('PATCH');
    await api
      .getByRole('textbox', { name: 'Headers, one a line' })
      .fill('If-Match: "0"\nContent-Type: application/merge-patch+json');
    await api.getByRole('textbox', { name: 'Body', exact: true }).fill('{"note":"it\'s late"}');
    await expect(api.getByRole('region', { name: 'curl' })).toContainText(
      `--data-raw '{"note":"it'\\''s late"}'`,
    );
    await api.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(api).toContainText('Answered: 412 Precondition Failed.');
    await expect(api.getByRole('region', { name: 'Body of the answer' })).toContainText(
      '/problems/stale',
    );

    await api.getByRole('textbox', { name: 'Headers, one a line' }).fill('Cookie: a=b');
    await api.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(api).toContainText('A page may not set Cookie.');

    await api.getByRole('button', { name: 'Stop the server' }).click();
    await expect(api).toContainText('Nothing listens.');
    expect(asked.filter((url) => url.includes(':8080'))).toEqual([]);
  });

  test('is tried out in Swagger UI, and no request leaves the page', async ({ block, page }) => {
    const asked = requestsOf(page);
    await block.open(apiPage);
    await block.startServer();
    await block.api.getByText('Try it out, from openapi.yaml').click();
    const operation = block.api.getByRole('button', { name: /^GET .*One order/ });
    await operation.click();
    const before = asked.length;
    await block.api.getByRole('button', { name: 'Execute' }).click();
    await expect(block.api.getByText('"tea"').first()).toBeVisible();
    await expect(block.api.getByText('etag: "1"')).toBeVisible();
    expect(asked.slice(before)).toEqual([]);
  });

  test('begins anew when a knob is turned', async ({ block }) => {
    await block.open(apiPage);
    await block.startServer();
    await block.slider('If-Match required').press('Home');
    await expect(block.output).toContainText('SERVE=1 REQUIRE_IF_MATCH=0 node main.ts');
    await expect(block.api).toContainText('Listening on port 8080.');
  });

  test('appears for any program that listens', async ({ block }) => {
    await block.serveProgram(
      `import { createServer } from 'node:http';
       createServer((request, response) => response.end('hello ' + request.url)).listen(3000);`,
    );
    await block.open();
    await expect(block.api).toHaveCount(0);
    await block.run.click();
    await expect(block.status).toHaveText('Listening on port 3000.');
    const api = await block.openRequest();
    await api.getByRole('textbox', { name: 'Path' }).fill('/you');
    await api.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(api.getByRole('region', { name: 'Body of the answer' })).toHaveText('hello /you');
    await block.stop.click();
    await expect(block.status).toContainText('Stopped after');
  });
});

/** Addresses that the page asks for from now on. */
function requestsOf(page: Page): string[] {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  return urls;
}
