import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../../../scripts/serve.ts';
import { listenOnFreePort, type Listening } from '../../../../scripts/static-server/listen.ts';
import { siteHandler } from '../../../../scripts/static-server/respond.ts';

let root: string;
let site: Listening;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'serve-'));
  mkdirSync(join(root, 'site/a'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'site/index.html'), 'home');
  writeFileSync(join(root, 'site/a/index.html'), 'page a');
  writeFileSync(join(root, 'site/404.html'), 'nothing here');
  site = await listenOnFreePort(siteHandler(join(root, 'site')), 0);
});

afterAll(async () => {
  await site.close();
  rmSync(root, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly location: string | undefined;
  readonly body: string;
}

/** Sends the path as it is: `fetch` would normalize it. */
function get(path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: site.port, path }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode, location: response.headers.location, body });
      });
    });
    sent.once('error', reject);
    sent.end();
  });
}

describe('a path', () => {
  test.each([
    ['/', 200, 'home'],
    ['/a/', 200, 'page a'],
    ['/gone/', 404, 'nothing here'],
    ['/../secret.txt', 404, 'nothing here'],
    ['/%2e%2e/secret.txt', 404, 'nothing here'],
    ['/..%5csecret.txt', 400, ''],
    ['/%00', 400, ''],
    ['/%zz', 400, ''],
  ])('%s is answered with %i', async (path, status, body) => {
    expect(await get(path)).toMatchObject({ status, body });
  });

  test('without its slash is sent on, query included', async () => {
    expect(await get('/a?x=1')).toMatchObject({ status: 301, location: '/a/?x=1' });
  });
});

test('a taken port is passed over', async () => {
  const next = await listenOnFreePort(siteHandler(join(root, 'site')), site.port);
  expect(next.port).toBeGreaterThan(site.port);
  await next.close();
});

test('a folder without a site is refused with what to do', async () => {
  await expect(serveSite(root)).rejects.toThrow('run npm run build first');
});
