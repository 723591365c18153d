import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFileRegistry, fromBinary, fromJson, toJson } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import type { JsonValue } from '@bufbuild/protobuf';
import { afterAll, describe, expect, it } from 'vitest';
import type { GeneratedFile } from '../../../src/wizard/artefacts/files.ts';
import { contractFiles } from '../../../src/wizard/artefacts/contracts/contract-files.ts';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import type { Pins } from '../../../src/wizard/model/solution.ts';
import { graphqlMistakes } from './checks/graphql.ts';
import { designOf, presetDesigns, randomDesigns } from './designs.ts';
import { patienceMs, runs } from './runs.ts';

/** The forms are rare at random, so they are pinned as well. */
const asking: Answers = { interaction: { interaction: ['ask-answer', 'live'] } };
const pins: readonly Pins[] = [
  { 'public-api': 'graphql' },
  { 'public-api': 'graphql', 'live-updates': 'sse', 'long-operation': 'status' },
  { 'public-api': 'grpc' },
  { 'public-api': 'grpc', 'live-updates': 'grpc-streams', 'long-operation': 'status' },
  { style: 'service-based', 'internal-call': 'grpc', bff: 'per-client' },
];
const rich: Answers = {
  ...asking,
  jobs: { longestJob: 'minutes' },
  'across-parts': { participants: 3, actionShape: ['lasts-hours'] },
};
const pinned = [asking, rich].flatMap((answers) =>
  pins.map((each) => contractFiles(designOf({ answers, pins: each }))),
);

function wrongWithGraphql(files: readonly GeneratedFile[]): readonly string[] {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  return [...texts.keys()]
    .filter((name) => name.endsWith('/schema.graphql'))
    .flatMap((name) => graphqlMistakes(name, texts));
}

describe('the contracts of GraphQL APIs, which files.test.ts puts to the parser for every design', () => {
  it('are schemas, and their examples give the answers beside them, in each form', () => {
    for (const files of pinned) expect(wrongWithGraphql(files)).toEqual([]);
  });

  it('are refused where an example asks for what is not there', () => {
    const [files = []] = pinned;
    const broken = files.map((file) => ({
      ...file,
      text: file.path.endsWith('examples.graphql')
        ? file.text.replace('version', 'missing')
        : file.text,
    }));
    expect(wrongWithGraphql(broken)).not.toEqual([]);
  });
});

const buf = path.resolve('node_modules/.bin/buf');
const workspace = mkdtempSync(path.join(tmpdir(), 'contracts-'));

afterAll(() => {
  rmSync(workspace, { recursive: true });
});

/** Random designs whose packages are linted: those with gRPC among so many. */
const grpcAmong = runs(40, 1000);

/** The contracts below `contracts/proto` of each design with gRPC, each in a folder of its own. */
const grpc = [
  ...pinned,
  ...[...presetDesigns, ...randomDesigns(grpcAmong)]
    .filter(({ architecture }) => architecture.apis.some(({ form }) => form === 'grpc'))
    .map(contractFiles),
]
  .map((files) => files.filter((file) => file.path.startsWith('contracts/proto/')))
  .filter((files) => files.length > 0);

/** Writes packages to a folder. @returns the root of their names */
function written(files: readonly GeneratedFile[], name: string): string {
  for (const file of files) {
    const target = path.join(workspace, name, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.text);
  }
  return path.join(workspace, name, 'contracts/proto');
}

/** What buf has to say; empty when it has nothing. */
function lint(root: string): string {
  try {
    return execFileSync(buf, ['lint', root], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

interface ExampleRpc {
  readonly method: string;
  readonly request: JsonValue;
  readonly response: JsonValue;
}

describe('the contracts of gRPC APIs, as their label says, by buf', () => {
  it(
    `pass its standard rules, and their examples are messages, in each form, ${grpcAmong} random designs and all presets`,
    { timeout: patienceMs },
    () => {
      expect(grpc.length).toBeGreaterThan(4);
      for (const [index, files] of grpc.entries()) {
        const root = written(files, `design-${index}`);
        expect(lint(root)).toBe('');
        const image = path.join(workspace, `design-${index}.binpb`);
        execFileSync(buf, ['build', root, '-o', image], { stdio: 'pipe' });
        const registry = createFileRegistry(
          fromBinary(FileDescriptorSetSchema, new Uint8Array(readFileSync(image))),
        );
        const examples = files
          .filter((file) => file.path.endsWith('examples.json'))
          .flatMap(({ text }) => JSON.parse(text) as readonly ExampleRpc[]);
        for (const { method, request, response } of examples) {
          const [service = '', name = ''] = method.split('/');
          const found = registry.getService(service)?.methods.find((each) => each.name === name);
          if (found === undefined) throw new Error(`There is no ${method}.`);
          expect(toJson(found.input, fromJson(found.input, request))).toEqual(request);
          expect(toJson(found.output, fromJson(found.output, response))).toEqual(response);
        }
      }
    },
  );

  it('are refused in a folder that is not the package', { timeout: 60_000 }, () => {
    const [files = []] = grpc;
    const moved = files.map((file) => ({ ...file, path: file.path.replace('/v1/', '/v2/') }));
    expect(lint(written(moved, 'moved'))).toContain('directory');
  });
});
