import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExamplePack } from '../../../src/patterns/example-pack.ts';
import { recordRun } from '../../../src/patterns/recorded-run.ts';

const note = { kind: 'note', run: 'baseline', text: 'at last', atMs: 5 };
const program = `
  globalThis[Symbol.for('backend-architect.trace')](${JSON.stringify(note)});
  console.log('variables:', process.env.OPEN_S ?? 'none');
`;

let folder: string;
beforeEach(async () => {
  await mkdir('.cache', { recursive: true });
  folder = await mkdtemp(path.resolve('.cache/recorded-run-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function packOf(text: string): Promise<ExamplePack> {
  await writeFile(path.join(folder, 'main.ts'), text);
  const files = { 'main.ts': text };
  return {
    capability: 'a/b',
    folder: path.relative(process.cwd(), folder),
    example: {
      title: 'A test',
      entry: 'main.ts',
      files: ['main.ts'],
      needs: [],
      knobs: [],
      experiments: [],
    },
    files,
    prepared: files,
  };
}

describe('recordRun', () => {
  it('runs the program for real, at its defaults, and keeps what it traced off stdout', async () => {
    process.env['OPEN_S'] = '1';
    const run = await recordRun(await packOf(`${program}// ${folder}`));
    delete process.env['OPEN_S'];
    expect(run.stdout).toBe('variables: none\n');
    expect(run.events).toEqual([note]);
    expect(run.nodeVersion).toBe(process.versions.node);
  });

  it('takes a run from the cache while nothing has changed', async () => {
    const pack = await packOf(`console.log(Math.random()); // ${folder}`);
    const first = await recordRun(pack);
    expect(await recordRun(pack)).toEqual(first);
    const changed = await packOf(`${pack.files['main.ts'] ?? ''}!`);
    expect((await recordRun(changed)).stdout).not.toBe(first.stdout);
  });

  it('stops the build where a program fails, and says what it said', async () => {
    const pack = await packOf(`throw new Error('no such luck'); // ${folder}`);
    await expect(recordRun(pack)).rejects.toThrow(/main\.ts:1 .*\n?[^]*no such luck/);
  });
});
