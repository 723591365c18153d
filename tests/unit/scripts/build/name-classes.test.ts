import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { nameClasses } from '../../../../scripts/build/name-classes.ts';

async function minified(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source },
    bundle: true,
    format: 'iife',
    globalName: 'out',
    minify: true,
    keepNames: true,
    write: false,
  });
  return `${nameClasses(outputFiles[0]?.text ?? '')};out`;
}

const caller = `
  class Base {}
  export class TestContext extends Base {
    call() { return (function () { return new Error().stack; }).call(this); }
  }`;

test('a stack shows the names of classes', async () => {
  const program = await minified(`${caller} export const stack = new TestContext().call();`);
  const out = runInNewContext(program) as { stack: string; TestContext: { name: string } };
  expect(out.stack).toMatch(/at TestContext\.<anonymous>/);
  expect(out.TestContext.name).toBe('TestContext');
});

test('a class that uses a variable of its name keeps it', async () => {
  const program = await minified(`
    class Holder { make() { return new URL('x:y'); } }
    class Own { static URL = 1; }
    const Inner = { URL: class URL { make() { return globalThis.URL; } } };
    export const made = [new Holder().make(), Own.URL, Inner.URL.name];`);
  const out = runInNewContext(program, { URL }) as { made: unknown[] };
  expect(out.made).toEqual([new URL('x:y'), 1, 'URL']);
});
