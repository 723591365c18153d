import { expect } from '@playwright/test';
import { project, test } from './harness/fixtures.ts';

const failed = { reason: 'exit', code: 1 };

test.describe('TypeScript that was not prepared', () => {
  test('runs, and its stacks keep lines and columns', async ({ engine }) => {
    const result = await engine.run(
      project({
        'main.ts':
          `import { type Cents, sum } from './sum.mts';\n` +
          `const prices: readonly Cents[] = [1, 2] as const;\n` +
          `console.log(sum<Cents>(...prices)); throw new Error('end' as string);\n`,
        'sum.mts':
          `export type Cents = number;\n` +
          `export function sum<T extends number>(...all: T[]): number {\n` +
          `  return all.reduce((a: number, b) => a + b, 0)!;\n}\n`,
      }),
    );
    expect(result.stdout).toBe('3\n');
    expect(result.stderr).toContain('main.ts:3:43');
    expect(result.done).toMatchObject(failed);
  });

  test('says where a type is wrong', async ({ engine }) => {
    const files = { 'main.ts': `import './b.ts';\n`, 'b.ts': 'let a = 1;\nlet b: = 2;\n' };
    const result = await engine.run(project(files));
    expect(result.stderr).toMatch(
      /^file:\/\/\/app\/b\.ts:2\nlet a = 1;\nlet b: = 2;\n {7}\^\n\nSyntaxError \[ERR_INVALID_TYPESCRIPT_SYNTAX\]: /,
    );
    expect(result.done).toMatchObject(failed);
  });

  test('refuses an enum, before anything runs', async ({ engine }) => {
    const text = `console.log('on');\nexport enum Size { Small }\n`;
    const result = await engine.run(project({ 'main.ts': text }));
    expect(result.stdout).toBe('');
    expect(result.stderr).toContain(
      'SyntaxError [ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX]: ' +
        'TypeScript enum is not supported in strip-only mode',
    );
    expect(result.stderr).toContain(`app/main.ts:2\nconsole.log('on');\nexport enum Size`);
    expect(result.done).toMatchObject(failed);
  });

  test('ignores what a file holds that nobody imports, and can run again', async ({ engine }) => {
    const bad = { 'main.ts': 'enum A {}' };
    expect((await engine.run(project(bad))).done).toMatchObject(failed);
    const files = { 'main.ts': `console.log(1 as number);`, 'other.ts': 'enum A {}' };
    const result = await engine.run(project(files));
    expect(result.stderr + result.stdout).toBe('1\n');
  });

  test('fetches what strips types only when a file needs it', async ({ engine, page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    const files = { 'main.ts': 'const a: number = 1; console.log(a);' };
    const prepared = { 'main.ts': 'const a         = 1; console.log(a);' };
    await engine.run({ ...project(files), prepared });
    expect(fetched.filter((url) => url.includes('strip-file'))).toHaveLength(0);
    await engine.run(project(files));
    expect(fetched.filter((url) => url.includes('strip-file'))).toHaveLength(1);
  });
});
