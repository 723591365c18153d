import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFileRegistry, fromBinary, fromJson, toJson } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import type { JsonValue } from '@bufbuild/protobuf';
import { buildSchema, execute, parse, validate } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import type { GeneratedFile } from '../../../src/wizard/artefacts/files.ts';
import { contractFiles } from '../../../src/wizard/artefacts/contracts/contract-files.ts';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import type { Pins } from '../../../src/wizard/model/solution.ts';
import { design, designCount, designs } from './designs.ts';

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
  pins.map((each) => contractFiles(design({ answers, pins: each }))),
);

interface ExampleCall {
  readonly operationName: string;
  readonly variables: Record<string, unknown>;
  readonly response: { readonly data: Record<string, unknown> };
}

/** Builds the schema, checks the examples against it and runs each with its answer at the root. */
function wrongWithGraphql(files: readonly GeneratedFile[]): readonly string[] {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  return [...texts].flatMap(([name, text]) => {
    if (!name.endsWith('/schema.graphql')) return [];
    const beside = (file: string): string => texts.get(name.replace('schema.graphql', file)) ?? '';
    const schema = buildSchema(text);
    const document = parse(beside('examples.graphql'));
    const invalid = validate(schema, document).map(({ message }) => message);
    const calls = JSON.parse(beside('examples.json')) as readonly ExampleCall[];
    if (calls.length !== document.definitions.length) return ['an example has no answer'];
    const wrong = calls.flatMap(({ operationName, variables: variableValues, response }) => {
      const rootValue = response.data;
      const result = execute({ schema, document, operationName, variableValues, rootValue });
      const same = JSON.stringify(result) === JSON.stringify(response);
      return same ? [] : [`${operationName}: ${JSON.stringify(result)}`];
    });
    return [...invalid, ...wrong];
  });
}

describe('the contracts of GraphQL APIs, as their label says, by the parser', () => {
  it('are schemas, and their examples give the answers beside them', { timeout: 300_000 }, () => {
    for (const files of pinned) expect(wrongWithGraphql(files)).toEqual([]);
    for (const each of designs(designCount)) {
      if (!each.architecture.apis.some(({ form }) => form === 'graphql')) continue;
      expect(wrongWithGraphql(contractFiles(each))).toEqual([]);
    }
  });

  it('are refused where an example asks for what is not there', () => {
    const [files = []] = pinned;
    const broken = files.map((file) => ({
      ...file,
      text: file.path.endsWith('examples.graphql')
        ? file.text.replace('version', 'vresion')
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

/** Random designs whose packages are linted: the first with gRPC among so many. */
const grpcAmong = 60;

/** The contracts below `contracts/proto` of each design with gRPC, each in a folder of its own. */
const grpc = [
  ...pinned,
  ...[...designs(grpcAmong)]
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
  it('pass its standard rules, and their examples are messages', { timeout: 600_000 }, () => {
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
  });

  it('are refused in a folder that is not the package', { timeout: 60_000 }, () => {
    const [files = []] = grpc;
    const moved = files.map((file) => ({ ...file, path: file.path.replace('/v1/', '/v2/') }));
    expect(lint(written(moved, 'moved'))).toContain('directory');
  });
});
