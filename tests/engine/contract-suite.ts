import { expect } from '@playwright/test';
import type { Capability, EngineId, Project } from '../../playground/engine/contract.ts';
import { project, script, test } from './harness/fixtures.ts';
import type { Recorded } from './harness/page.ts';

/** In what engines may differ. */
export interface Traits {
  readonly capabilities: readonly Capability[];
  /** Folder in which programs find themselves. */
  readonly root: string;
  /** What ends a program that holds its thread: the engine by itself, or the time limit. */
  readonly endsLoops: 'by-itself' | 'at-time-limit';
  /** Frames that stay after `dispose`: WebContainer's client keeps its own for the next start. */
  readonly framesAfterDispose: number;
  /** Whether a run needs a network once the engine is prepared. */
  readonly needsNetwork: boolean;
}

/** What every engine must do. Each engine's spec calls this once. */
export function contractSuite(engineId: EngineId, traits: Traits): void {
  test.describe(`the engine contract, kept by ${engineId}`, () => {
    test.use({ engineId });
    programs(traits);
    endings(traits);
    badInput(traits);
    servers();
    lifetime(traits);
  });
}

/** Where errors stand: on a stream of their own, or among the rest. */
function errorsOf({ stdout, stderr }: Recorded, { capabilities }: Traits): string {
  return capabilities.includes('separate-stderr') ? stderr : stdout;
}

function programs(traits: Traits): void {
  test('prints what the program prints', async ({ engine }) => {
    const result = await engine.run(script(`console.log('hello', { a: [1, 'b'] });`));
    expect(result.stdout).toBe(`hello { a: [ 1, 'b' ] }\n`);
    expect(result.stderr).toBe('');
    expect(result.done).toEqual({ reason: 'exit', code: 0 });
  });

  test('keeps stdout and stderr apart and in order, or says that it cannot', async ({ engine }) => {
    const result = await engine.run(
      script(`console.log('one'); console.error('two'); console.log('three');`),
    );
    if (traits.capabilities.includes('separate-stderr')) {
      expect(result.chunks.map(({ stream, text }) => [stream, text])).toEqual([
        ['stdout', 'one\n'],
        ['stderr', 'two\n'],
        ['stdout', 'three\n'],
      ]);
    } else {
      expect(result.stderr).toBe('');
      expect(result.stdout.split('\n').sort()).toEqual(['', 'one', 'three', 'two']);
    }
  });

  test('links several files, also by dynamic import', async ({ engine }) => {
    const result = await engine.run(
      project({
        'main.mjs': `
          import { double } from './lib/double.mjs';
          const { name } = await import('./lib/' + 'name.mjs');
          console.log(name, double(4), import.meta.url);`,
        'lib/double.mjs': `import { two } from '../two.mjs'; export const double = (n) => n * two;`,
        'lib/name.mjs': `export const name = 'eight';`,
        'two.mjs': `export const two = 2;`,
      }),
    );
    expect(result.stdout).toBe(`eight 8 file://${traits.root}/main.mjs\n`);
  });

  test('passes the environment', async ({ engine }) => {
    const text = `console.log(process.env.CALLS, process.env.NOTHING);`;
    const result = await engine.run({ ...script(text), env: { CALLS: '60' } });
    expect(result.stdout).toBe('60 undefined\n');
  });

  test('streams: the first line comes before the end', async ({ engine }) => {
    const run = await engine.start(
      script(`console.log('first'); setTimeout(() => console.log('last'), 300);`),
    );
    expect(await engine.firstOutput(run)).toBe('first\n');
    const result = await engine.finish(run);
    expect(result.stdout).toBe('first\nlast\n');
    expect(result.totalMs - (result.chunks[0]?.atMs ?? Infinity)).toBeGreaterThan(200);
  });

  test('hands over trace events, checked', async ({ engine }) => {
    const result = await engine.run(
      script(`
        import { trace } from '#lab';
        trace({ kind: 'note', run: 'pattern', text: 'hello', atMs: 5, extra: 'dropped' });
        trace({ kind: 'note', run: 'pattern', text: 7, atMs: 'never' });
        trace({ kind: 'state', run: 'pattern', of: 'breaker', state: 'open', tone: 'blocked', atMs: 6 });`),
    );
    expect(result.trace).toEqual([
      { kind: 'note', run: 'pattern', text: 'hello', atMs: 5 },
      { kind: 'state', run: 'pattern', of: 'breaker', state: 'open', tone: 'blocked', atMs: 6 },
    ]);
  });

  if (traits.capabilities.includes('async-context')) {
    test('keeps an async context across await', async ({ engine }) => {
      const result = await engine.run(
        script(`
          import { AsyncLocalStorage } from 'node:async_hooks';
          const storage = new AsyncLocalStorage();
          await storage.run('kept', async () => {
            await new Promise((resolve) => setTimeout(resolve, 1));
            console.log(storage.getStore());
          });`),
      );
      expect(result.stdout).toBe('kept\n');
    });
  }

  test('runs tests and fails with code 1', async ({ engine }) => {
    const text = `
      import { test } from 'node:test';
      import assert from 'node:assert/strict';
      test('adds', () => assert.equal(1 + 1, 2));
      test('breaks', () => assert.equal(1 + 1, 3));`;
    const result = await engine.run({ ...script(text), mode: 'tests' });
    expect(result.stdout).toMatch(/✔ adds \([\d.]+ms\)\n✖ breaks \([\d.]+ms\)\nℹ tests 2\n/);
    expect(result.done).toMatchObject({ reason: 'exit', code: 1 });
  });
}

function endings(traits: Traits): void {
  for (const [title, text, code] of [
    ['process.exit', `process.exit(3); console.log('never');`, 3],
    ['process.exitCode', `process.exitCode = 4;`, 4],
    ['an uncaught error', `throw new Error('boom');`, 1],
    ['an unhandled rejection', `Promise.reject(new Error('boom'));`, 1],
    ['top-level await that never settles', `await new Promise(() => {});`, 13],
  ] as const) {
    test(`exits with ${code} after ${title}`, async ({ engine }) => {
      const result = await engine.run(script(text));
      expect(result.done).toMatchObject({ reason: 'exit', code });
      if (traits.capabilities.includes('separate-stderr')) expect(result.stdout).toBe('');
    });
  }

  test('shows an uncaught error with its place', async ({ engine }) => {
    const result = await engine.run(script(`const a = 1;\nthrow new TypeError('boom');\n`));
    const errors = errorsOf(result, traits);
    expect(errors).toContain(`file://${traits.root}/main.mjs:2\nthrow new TypeError(`);
    expect(errors).toContain(`\nTypeError: boom\n    at file://${traits.root}/main.mjs:2:7`);
  });

  test('stops when told to', async ({ engine }) => {
    const run = await engine.start(script(`setInterval(() => console.log('tick'), 20);`));
    await engine.firstOutput(run);
    await engine.stop(run);
    const { done } = await engine.finish(run);
    expect(done.reason).toBe('killed');
    expect(done.code).toBeUndefined();
  });

  for (const [title, text] of [
    ['an endless loop', `console.log('begin'); for (;;);`],
    ['endless microtasks', `const again = () => Promise.resolve().then(again); again();`],
    ['endless ticks', `const again = () => process.nextTick(again); again();`],
    ['a regular expression that never ends', `/^(a+)+$/.test('a'.repeat(60) + '!');`],
  ] as const) {
    test(`ends ${title} within 2 s, with the page responsive`, async ({ engine }) => {
      await engine.prepare();
      const limits = traits.endsLoops === 'at-time-limit' ? { timeMs: 1000 } : {};
      const result = await engine.run(script(text), limits);
      expect(result.done.reason).toBe('timeout');
      expect(result.totalMs).toBeLessThan(2000);
      // A page that hangs waits for the whole 2 s; on a busy machine another browser takes its turn.
      expect(result.longestGapMs).toBeLessThan(500);
      const after = await engine.run(script(`console.log('alive');`));
      expect(after.stdout).toBe('alive\n');
    });
  }

  test('ends at the time limit', async ({ engine }) => {
    const result = await engine.run(script(`setInterval(() => {}, 10);`), { timeMs: 300 });
    expect(result.done.reason).toBe('timeout');
  });

  test('ends at the output limit, and passes on what fits', async ({ engine }) => {
    const result = await engine.run(script(`for (;;) console.log('x'.repeat(99));`), {
      outputBytes: 10_000,
    });
    expect(result.done.reason).toBe('output-limit');
    expect(result.stdout.length).toBe(10_000);
  });

  test('ends at the line limit', async ({ engine }) => {
    const result = await engine.run(script(`for (let i = 0; ; i++) console.log(i);`), {
      outputLines: 50,
    });
    expect(result.done.reason).toBe('output-limit');
    expect(result.stdout.split('\n').length).toBe(51);
  });
}

function badInput(traits: Traits): void {
  test('names a missing file and who asked for it', async ({ engine }) => {
    const result = await engine.run(script(`import './nowhere.mjs';`));
    expect(errorsOf(result, traits)).toContain(
      `Error [ERR_MODULE_NOT_FOUND]: Cannot find module '${traits.root}/nowhere.mjs' imported from ${traits.root}/main.mjs`,
    );
    expect(result.done).toMatchObject({ reason: 'exit', code: 1 });
  });

  test('names an unknown package', async ({ engine }) => {
    const result = await engine.run(script(`import express from 'express';`));
    expect(errorsOf(result, traits)).toContain(
      `Cannot find package 'express' imported from ${traits.root}/main.mjs`,
    );
  });

  test('shows a syntax error with file and line', async ({ engine }) => {
    const result = await engine.run(
      project({ 'main.mjs': `import './b.mjs';`, 'b.mjs': `let a = 1;\nlet b = ;\n` }),
    );
    expect(errorsOf(result, traits)).toContain(
      `file://${traits.root}/b.mjs:2\nlet b = ;\n        ^\n\nSyntaxError:`,
    );
    expect(result.done).toMatchObject({ reason: 'exit', code: 1 });
  });

  test('shows an import that the other file does not export', async ({ engine }) => {
    const result = await engine.run(
      project({ 'main.mjs': `import { b } from './a.mjs';\nb();`, 'a.mjs': `export const a = 1;` }),
    );
    expect(errorsOf(result, traits)).toContain('SyntaxError: The requested module');
    expect(errorsOf(result, traits)).toContain("does not provide an export named 'b'");
  });

  test('refuses a project without its entry', async ({ engine }) => {
    expect(await engine.refusal({ ...script(''), entry: 'other.mjs' })).toEqual({
      code: 'bad-project',
      message: 'This project cannot be run as it is. It has no file other.mjs.',
    });
  });

  test('refuses a request where nothing listens, and after the end', async ({ engine }) => {
    const run = await engine.start(script(`setTimeout(() => {}, 200);`));
    expect(await engine.request(run, 3000)).toMatchObject({ code: 'nothing-listens' });
    await engine.finish(run);
    expect(await engine.request(run, 3000)).toMatchObject({ code: 'run-over' });
  });
}

/** A server that prints its port, and then what the text does with each request. */
const serving = (onRequest: string): Project =>
  script(`
    import { createServer } from 'node:http';
    const server = createServer(async (request, response) => { ${onRequest} });
    server.listen(0, () => console.log(server.address().port));`);

function servers(): void {
  test('sends requests to a server and gives its answers', async ({ engine }) => {
    const run = await engine.start(
      serving(`
        const body = (await Array.fromAsync(request)).join('');
        const { method, url, headers } = request;
        response.writeHead(201, { 'x-kind': headers['x-kind'], 'content-type': 'text/plain' });
        response.end(method + ' ' + url + ' ' + body + ' é');`),
    );
    const port = Number(await engine.firstOutput(run));
    const answered = await engine.request(run, port, {
      path: '/orders?of=today',
      method: 'POST',
      headers: { 'x-kind': 'test' },
      body: 'naïve €',
    });
    expect(answered).toMatchObject({
      status: 201,
      headers: { 'x-kind': 'test', 'content-type': 'text/plain' },
      body: 'POST /orders?of=today naïve € é',
    });
    await engine.stop(run);
  });

  test('streams an answer', async ({ engine }) => {
    const run = await engine.start(
      serving(`
        for (const part of ['one ', 'two ', 'three']) {
          response.write(part);
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
        response.end();`),
    );
    const port = Number(await engine.firstOutput(run));
    const answered = await engine.request(run, port);
    expect(answered).toMatchObject({ status: 200, body: 'one two three', pieces: 3 });
    await engine.stop(run);
  });

  test('tells the server that nobody wants its answer any more', async ({ engine }) => {
    const run = await engine.start(
      serving(`
        response.on('close', () => {
          console.log(request.url, response.writableFinished);
          if (request.url === '/waiting') setTimeout(() => process.exit(), 50);
        });
        if (request.url === '/begun') response.write('first');`),
    );
    const port = Number(await engine.firstOutput(run));
    const begun = await engine.request(run, port, { path: '/begun', abort: 'after-first-piece' });
    expect(begun).toMatchObject({ body: 'first' });
    expect(await engine.request(run, port, { path: '/waiting', abort: 1500 })).toMatchObject({
      code: 'TimeoutError',
    });
    const { stdout } = await engine.finish(run);
    expect(stdout).toContain('/begun false\n/waiting false\n');
  });

  test('says that a server gave no answer', async ({ engine }) => {
    const run = await engine.start(serving(`request.socket.destroy();`));
    const port = Number(await engine.firstOutput(run));
    expect(await engine.request(run, port)).toMatchObject({ code: 'no-answer' });
    await engine.stop(run);
  });

  test('refuses a request to a port that was closed', async ({ engine }) => {
    const run = await engine.start(
      serving(`
        response.setHeader('connection', 'close').end('last');
        server.close(() => { console.log('closed'); setTimeout(() => {}, 1000); });`),
    );
    const port = Number(await engine.firstOutput(run));
    expect(await engine.request(run, port)).toMatchObject({ body: 'last' });
    expect(await engine.request(run, port)).toMatchObject({ code: 'nothing-listens' });
    await engine.stop(run);
  });

  test('tells which ports a program listens at', async ({ engine }) => {
    const result = await engine.run(
      script(`
        import { createServer } from 'node:net';
        const rest = () => new Promise((resolve) => setTimeout(resolve, 100));
        const one = createServer().listen(4000);
        await rest();
        const two = createServer().listen(4001);
        await rest();
        one.close();
        await rest();
        two.close();
        await rest();`),
    );
    expect(result.ports).toEqual([[4000], [4000, 4001], [4001], []]);
  });

  test('shows that a port is taken', async ({ engine }) => {
    const result = await engine.run(
      script(`
        import { createServer } from 'node:http';
        const first = createServer().listen(0, () => {
          const second = createServer().listen(first.address().port);
          second.on('error', ({ code, syscall }) => {
            console.log(syscall, code);
            first.close();
          });
        });`),
    );
    expect(result.stdout).toBe('listen EADDRINUSE\n');
    expect(result.done).toEqual({ reason: 'exit', code: 0 });
  });
}

function lifetime(traits: Traits): void {
  test('ends the first run when a second begins', async ({ engine }) => {
    const first = await engine.start(script(`setInterval(() => console.log('first'), 10);`));
    await engine.firstOutput(first);
    const second = await engine.run(script(`console.log('second');`));
    expect((await engine.finish(first)).done.reason).toBe('killed');
    expect(second.stdout).toBe('second\n');
  });

  if (!traits.needsNetwork) {
    test('runs with the network off, once prepared', async ({ engine, page }) => {
      await engine.prepare();
      await page.context().setOffline(true);
      const result = await engine.run(script(`console.log('offline');`));
      expect(result.stdout).toBe('offline\n');
    });
  }

  test('leaves nothing behind after twenty runs, and after dispose', async ({ engine }) => {
    for (let turn = 0; turn < 20; turn++) {
      const result = await engine.run(script(`console.log(${turn});`));
      expect(result.stdout).toBe(`${turn}\n`);
      expect(await engine.frameCount()).toBeLessThanOrEqual(1);
    }
    await engine.dispose();
    expect(await engine.frameCount()).toBe(traits.framesAfterDispose);
  });
}
