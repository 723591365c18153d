// cspell:ignore enrty
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readExamplePack } from '../../../src/patterns/example-pack.ts';
import { exampleFileText, exampleUrl } from '../../../src/patterns/example-file.ts';

const capability = 'resilience/retry';
const example = {
  title: 'A call that fails twice',
  entry: 'main.ts',
  files: ['main.ts'],
  knobs: [{ env: 'TRIES', label: 'tries', default: 3, min: 1, max: 5, step: 1 }],
  experiments: [
    { predict: 'What does one try cost?', answer: 'Every second call.', set: { TRIES: 1 } },
  ],
};

let root: string;
const write = (name: string, text: string): Promise<void> =>
  writeFile(path.join(root, 'patterns', capability, 'example', name), text);
const writeExample = (changes: Readonly<Record<string, unknown>> = {}): Promise<void> =>
  write('example.json', JSON.stringify({ ...example, ...changes }));

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'example-pack-'));
  await mkdir(path.join(root, 'patterns', capability, 'example'), { recursive: true });
  await write('main.ts', 'const tries: number = 3;\n');
  await writeExample();
});
afterEach(() => rm(root, { recursive: true }));

describe('readExamplePack', () => {
  it('reads the files and strips types without moving anything', async () => {
    const pack = await readExamplePack(capability, root);
    expect(pack.files['main.ts']).toBe('const tries: number = 3;\n');
    expect(pack.prepared['main.ts']).toBe('const tries         = 3;\n');
    expect(pack.example.knobs[0]).toMatchObject({ env: 'TRIES', default: 3 });
  });

  it.each([
    ['an entry that is not listed', { entry: 'other.ts' }, 'entry: other.ts is not in "files"'],
    [
      'a listed file that is not there',
      { files: ['main.ts', 'no.ts'] },
      'files: there is no no.ts',
    ],
    ['an unknown key', { knob: [] }, 'knob'],
    [
      'a right choice that is none of the choices',
      {
        experiments: [
          {
            predict: 'What does it cost?',
            answer: 'Every second.',
            choices: ['a', 'b'],
            right: 'c',
          },
        ],
      },
      'must be one of "choices"',
    ],
    [
      'choices that are the same',
      {
        experiments: [
          {
            predict: 'What does it cost?',
            answer: 'Every second.',
            choices: ['a', 'a'],
            right: 'a',
          },
        ],
      },
      'must differ from each other',
    ],
    [
      'a contract without a server',
      { files: ['main.ts', 'openapi.yaml'] },
      'needs a server to try it on',
    ],
    ['a file that is neither code nor contract', { files: ['main.ts', 'notes.md'] }, 'files'],
    [
      'a default off its step',
      { knobs: [{ ...example.knobs[0], default: 2.5 }] },
      'whole number of steps',
    ],
    [
      'an experiment that turns a knob too far',
      {
        experiments: [
          { predict: 'What then, if ever?', answer: 'Nothing happens.', set: { TRIES: 9 } },
        ],
      },
      '9 is outside the range of TRIES',
    ],
    [
      'an experiment with a knob that is none',
      {
        experiments: [
          { predict: 'What then, if ever?', answer: 'Nothing happens.', set: { WAIT: 1 } },
        ],
      },
      'no knob is named WAIT',
    ],
  ])('refuses %s, by file and field', async (_, changes, message) => {
    await writeExample(changes);
    const reading = readExamplePack(capability, root);
    await expect(reading).rejects.toThrow('patterns/resilience/retry/example/example.json:1');
    await expect(readExamplePack(capability, root)).rejects.toThrow(message);
  });

  it.each([
    ['a key', '"enrty": "main.ts",', 3, 'enrty: there is no such field'],
    ['a value', '"needs": 4,', 3, 'needs: Invalid input'],
    ['its syntax', '"knobs" 4,', 3, 'is not JSON'],
  ])('names the line of a mistake in %s', async (_, line, number, message) => {
    const [, ...rest] = JSON.stringify(example, null, 2).split('\n');
    await write('example.json', ['{', '', line, ...rest].join('\n'));
    await expect(readExamplePack(capability, root)).rejects.toThrow(
      `patterns/resilience/retry/example/example.json:${number}  ${message}`,
    );
  });

  it('names the line of a file that is listed and not there', async () => {
    const text = JSON.stringify({ ...example, files: ['main.ts', 'no.ts'] }, null, 2);
    await write('example.json', text);
    const line = text.split('\n').findIndex((one) => one.includes('no.ts')) + 1;
    await expect(readExamplePack(capability, root)).rejects.toThrow(`example.json:${line}  files`);
  });

  it.each(['extra.ts', 'extra.proto'])('refuses %s that is there and not listed', async (name) => {
    await write(name, '');
    await expect(readExamplePack(capability, root)).rejects.toThrow(`${name} stands in the folder`);
  });

  it('reads a contract of messages as it stands, with no types to strip', async () => {
    const contract = 'syntax = "proto3";\n';
    await write('shop.proto', contract);
    await writeExample({ files: ['main.ts', 'shop.proto'] });
    const pack = await readExamplePack(capability, root);
    expect(pack.files['shop.proto']).toBe(contract);
    expect(Object.keys(pack.prepared)).toEqual(['main.ts']);
  });

  it('refuses syntax that Node does not strip, and broken JSON', async () => {
    await write('main.ts', 'enum Color { Red }\n');
    await expect(readExamplePack(capability, root)).rejects.toThrow('example/main.ts:1');
    await write('example.json', '{');
    await expect(readExamplePack(capability, root)).rejects.toThrow('is not JSON');
  });
});

it('keeps quiet that Node calls the stripping of types experimental', async () => {
  const program = `
    import { readExamplePack } from './src/patterns/example-pack.ts';
    await readExamplePack('resilience-and-fault-tolerance/circuit-breaker');
    process.emitWarning('another', 'ExperimentalWarning');`;
  const { stderr } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    program,
  ]);
  expect(stderr).not.toContain('stripTypeScriptTypes');
  expect(stderr).toContain('ExperimentalWarning: another');
});

describe('the file that the site serves', () => {
  it('has an address that changes with its content', async () => {
    const before = exampleUrl(await readExamplePack(capability, root));
    expect(before).toMatch(/^\/examples\/resilience\/retry\.[0-9a-f]{8}\.json$/);
    await write('main.ts', 'const tries = 4;\n');
    const pack = await readExamplePack(capability, root);
    expect(exampleUrl(pack)).not.toBe(before);
    expect(JSON.parse(exampleFileText(pack))).toMatchObject({
      name: capability,
      entry: 'main.ts',
      prepared: { 'main.ts': 'const tries = 4;\n' },
    });
  });
});
