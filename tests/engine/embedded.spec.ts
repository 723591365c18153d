import { expect, type Page } from '@playwright/test';
import type { Fault } from '../../playground/engine/contract.ts';
import { contractSuite } from './contract-suite.ts';
import { project, script, test } from './harness/fixtures.ts';

contractSuite('embedded', {
  capabilities: ['async-context', 'websocket', 'separate-stderr'],
  root: '/app',
  endsLoops: 'by-itself',
  framesAfterDispose: 0,
  needsNetwork: false,
});

/** What goes wrong, in which files, and what the engine says of the place. */
const faults: readonly (readonly [string, Record<string, string>, Partial<Fault>])[] = [
  [
    'a syntax error',
    { 'main.mjs': `import './b.mjs';`, 'b.mjs': 'let a = 1;\nlet b = ;\n' },
    { file: 'b.mjs', line: 2, column: 9, message: `SyntaxError: Unexpected token ';'` },
  ],
  [
    'TypeScript that Node.js refuses',
    { 'main.ts': 'let a = 1;\nenum A { b }\n' },
    { file: 'main.ts', line: 2, column: 1 },
  ],
  [
    'an uncaught error, behind imports that are longer than they look',
    {
      'main.mjs': `import { a } from './a.mjs'; throw new RangeError('no ' + a);`,
      'a.mjs': 'export const a = 1;',
    },
    { file: 'main.mjs', line: 1, column: 36, message: 'RangeError: no 1' },
  ],
  [
    'an error that a timer throws',
    { 'main.mjs': `setTimeout(() => {\n  null.x;\n});` },
    { file: 'main.mjs', line: 2, column: 8 },
  ],
  [
    'a failed assertion',
    { 'main.mjs': `import assert from 'node:assert';\n\nassert.equal(1, 2);` },
    { file: 'main.mjs', line: 3, column: 8 },
  ],
  [
    'an error of a CommonJS file',
    { 'main.mjs': `import './a.cjs';`, 'a.cjs': `\n\nnull.x;` },
    { file: 'a.cjs', line: 3, column: 6 },
  ],
  [
    'a rejection',
    { 'main.mjs': `\nPromise.reject(new Error('gone'));` },
    { file: 'main.mjs', line: 2, column: 16, message: 'Error: gone' },
  ],
  [
    'an import of a file that is not there',
    { 'main.mjs': `import './a.mjs';`, 'a.mjs': `\nimport { x } from './gone.mjs';` },
    { file: 'a.mjs', line: 2, column: 20 },
  ],
  [
    'an import() of a file that is not there',
    { 'main.mjs': `const a = 1;\nawait import('./gone.mjs');` },
    { file: 'main.mjs', line: 2, column: 15 },
  ],
  [
    'an unknown package',
    { 'main.mjs': `import x from 'left-pad';` },
    {
      file: 'main.mjs',
      line: 1,
      column: 16,
      message: `Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'left-pad' imported from /app/main.mjs`,
    },
  ],
  [
    'a module that the engine lacks',
    { 'main.mjs': `\n\nimport x from 'node:cluster';` },
    { file: 'main.mjs', line: 3, column: 16 },
  ],
  [
    'an export that is not there',
    { 'main.mjs': `import { gone } from './a.mjs';`, 'a.mjs': 'export const a = 1;' },
    { file: 'main.mjs', line: 1, column: 10 },
  ],
  [
    'a port that is taken',
    {
      'main.mjs': `import http from 'node:http';\nhttp.createServer().listen(80);\nhttp.createServer().listen(80);`,
    },
    { file: 'main.mjs', line: 3 },
  ],
];
declare global {
  interface Window {
    /** When the page was last said to be shown. */
    shownAtMs: number;
  }
}

/** Says of the page what a browser says of a tab behind others. */
function setHidden(page: Page, isHidden: boolean): Promise<void> {
  return page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange'));
    window.shownAtMs = performance.now();
  }, isHidden);
}

test.describe('the embedded engine', () => {
  test('says which module it lacks, and what to do', async ({ engine }) => {
    const result = await engine.run(script(`import cluster from 'node:cluster';`));
    expect(result.stderr).toContain(
      'The built-in engine does not have the module node:cluster. ' +
        'Run the example in WebContainer, or download it and run it with Node.js. ' +
        'The list: /engine/',
    );
    expect(result.done).toMatchObject({ reason: 'exit', code: 1 });
  });

  test('refuses imports in a circle by naming the files', async ({ engine }) => {
    const result = await engine.run(
      project({
        'main.mjs': `import './a.mjs';`,
        'a.mjs': `import './b.mjs';`,
        'b.mjs': `import './a.mjs';`,
      }),
    );
    expect(result.stderr).toContain(
      'These files import each other in a circle: a.mjs → b.mjs → a.mjs.',
    );
  });

  for (const [what, files, fault] of faults) {
    test(`names the place of ${what}`, async ({ engine }) => {
      const { done } = await engine.run(project(files));
      expect(done).toMatchObject({ reason: 'exit', code: 1, fault });
    });
  }

  test('names no place that is not in the project, and none where all went well', async ({
    engine,
  }) => {
    const forged = `const e = new Error('x'); e.stack = 'Error: x\\n at file:///app/other.ts:1:1'; throw e;`;
    expect((await engine.run(script(forged))).done).toEqual({ reason: 'exit', code: 1 });
    const caught = `process.on('uncaughtException', () => {}); setTimeout(() => { throw 1; });`;
    expect((await engine.run(script(caught))).done).toEqual({ reason: 'exit', code: 0 });
  });

  test('hides its frame from assistive technology and from the keyboard', async ({
    engine,
    page,
  }) => {
    await engine.prepare();
    const frame = page.locator('iframe');
    await expect(frame).toHaveAttribute('aria-hidden', 'true');
    await expect(frame).toHaveAttribute('tabindex', '-1');
    await expect(frame).toHaveAttribute('sandbox', 'allow-scripts');
  });

  test('breaks no rule of the page and logs nothing', async ({ engine, page }) => {
    const logged: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    page.on('pageerror', (error) => logged.push(error.message));
    await engine.run(script(`import '#lab'; console.log('quiet');`));
    expect(logged).toEqual([]);
  });

  test('ends a loop that prints, since printing is no answer to a ping', async ({ engine }) => {
    await engine.prepare();
    const text = `for (let next = 0; ; ) {
      if (performance.now() < next) continue;
      next = performance.now() + 200;
      console.log('still here');
    }`;
    const result = await engine.run(script(text));
    expect(result.done.reason).toBe('timeout');
    expect(result.done.message).toContain('An endless loop?');
    expect(result.totalMs).toBeLessThan(2000);
    expect(result.stdout).toContain('still here\nstill here\n');
  });

  test('passes on 50,000 trace events and says how many it dropped', async ({ engine }) => {
    const text = `const trace = globalThis[Symbol.for('backend-architect.trace')];
      for (let atMs = 0; atMs < 50_010; atMs++) trace({ kind: 'note', run: 'a', text: 'x', atMs });`;
    const result = await engine.run(script(text));
    expect(result.done).toEqual({ reason: 'exit', code: 0, traceCut: 10 });
    expect(result.trace.length).toBe(50_000);
    expect(result.trace.at(-1)).toEqual({ kind: 'note', run: 'a', text: 'x', atMs: 49_999 });
  });

  test('starts from a warm frame, also after a kill', async ({ engine }) => {
    await engine.prepare();
    expect(await engine.frameCount()).toBe(1);
    const run = await engine.start(script(`console.log('on'); setInterval(() => {}, 100);`));
    await engine.firstOutput(run);
    expect(await engine.frameCount()).toBe(1);
    await engine.stop(run);
    await engine.finish(run);
    expect(await engine.frameCount()).toBe(1);
    expect((await engine.run(script(`console.log('again');`))).stdout).toBe('again\n');
  });

  test('starts again after a frame that did not answer', async ({ engine, page }) => {
    await page.evaluate(() => {
      const { prototype } = HTMLIFrameElement;
      const own = Object.getOwnPropertyDescriptor(prototype, 'srcdoc') ?? {};
      Object.defineProperty(prototype, 'srcdoc', {
        configurable: true,
        set: () => Object.defineProperty(prototype, 'srcdoc', own),
      });
    });
    expect(await engine.prepareRefused()).toMatchObject({ code: 'did-not-start' });
    expect((await engine.run(script(`console.log('on');`))).stdout).toBe('on\n');
  });

  test('lets a program listen beyond the time of a run, but not unused', async ({ engine }) => {
    const server = script(`
      import { createServer } from 'node:http';
      createServer((request, response) => response.end('here')).listen(8080);
      setTimeout(() => console.log('later'), 2500);`);
    const { done, stdout } = await engine.run(server, { timeMs: 2000, idleMs: 4000 });
    expect(stdout).toBe('later\n');
    expect(done).toEqual({
      reason: 'timeout',
      code: undefined,
      message: 'The server was ended: nobody used it for 4 s.',
    });
  });

  test('ends a server whose page is hidden, and not one whose page is shown again', async ({
    engine,
    page,
  }) => {
    const server = script(`
      import { createServer } from 'node:http';
      createServer((request, response) => response.end('here')).listen(8080);
      console.log('listening');`);
    const limits = { hiddenMs: 500 };
    const run = await engine.start(server, limits);
    await engine.firstOutput(run);
    await expect.poll(() => engine.request(run, 8080)).toMatchObject({ body: 'here' });
    await setHidden(page, true);
    await setHidden(page, false);
    // Longer than it may be hidden; a request is answered all the while.
    await expect(async () => {
      expect(await engine.request(run, 8080)).toMatchObject({ body: 'here' });
      expect(await page.evaluate(() => performance.now() - window.shownAtMs)).toBeGreaterThan(800);
    }).toPass();
    await setHidden(page, true);
    expect((await engine.finish(run)).done).toEqual({
      reason: 'timeout',
      code: undefined,
      message: 'The server was ended: the page was hidden for 0.5 s.',
    });
  });

  test('refuses a request that is too large, and says what fits', async ({ engine }) => {
    const run = await engine.start(
      script(`
        import { createServer } from 'node:http';
        createServer((request, response) => response.end('here'))
          .listen(8080, () => console.log('listening'));`),
    );
    await engine.firstOutput(run);
    const many = Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`x-${at}`, '1']));
    const refused = (detail: string) => ({
      code: 'bad-request',
      message: `This request cannot be sent. ${detail}`,
    });
    const body = 'x'.repeat((1 << 20) + 1);
    expect(await engine.request(run, 8080, { headers: many })).toEqual(
      refused('It has too many headers.'),
    );
    expect(await engine.request(run, 8080, { headers: { 'x-long': 'x'.repeat(9000) } })).toEqual(
      refused('One of its headers is too long.'),
    );
    expect(await engine.request(run, 8080, { method: 'POST', body })).toEqual(
      refused('Its body is too long.'),
    );
    expect(await engine.request(run, 8080)).toMatchObject({ body: 'here' });
    await engine.stop(run);
  });

  test('ends a loop that a server began', async ({ engine }) => {
    const run = await engine.start(
      script(`
        import { createServer } from 'node:http';
        createServer(() => { for (;;); }).listen(8080, () => console.log('listening'));`),
    );
    await engine.firstOutput(run);
    expect(await engine.request(run, 8080)).toMatchObject({ code: 'run-over' });
    expect((await engine.finish(run)).done.reason).toBe('timeout');
  });
});

test('WebAssembly is open to a program that brings a database, and to no other', async ({
  engine,
}) => {
  const compile = `await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(
    () => console.log('compiled'), (error) => console.log(error.name));`;
  const plain = script(compile);
  expect((await engine.run(plain)).stdout).toBe('CompileError\n');
  const withDatabase = script(`// '@electric-sql/pglite'\n${compile}`);
  expect((await engine.run(withDatabase)).stdout).toBe('compiled\n');
  expect((await engine.run(plain)).stdout).toBe('CompileError\n');
});
