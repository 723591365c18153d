import { expect, it } from 'vitest';
import { openapiProblems } from '../../../src/patterns/openapi-problems.ts';

const contract = `openapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  - url: http://localhost:8080
paths:
  /orders:
    get:
      responses:
        '200':
          description: all
`;

const problemsOf = (text: string | undefined, port = 8080) =>
  openapiProblems({
    folder: 'patterns/a/b/example',
    files: text === undefined ? {} : { 'openapi.yaml': text },
    example: { serves: { port, path: '/' } } as never,
  });

it('has nothing to say of a contract that is right, or of none', async () => {
  expect(await problemsOf(contract)).toEqual([]);
  expect(await problemsOf(undefined)).toEqual([]);
});

it('names the line of what breaks the schema', async () => {
  const problems = await problemsOf(contract.replace('version: 1.0.0', 'version: [1]'));
  expect(problems[0]).toMatchObject({ file: 'patterns/a/b/example/openapi.yaml', line: 4 });
  expect(problems[0]?.what).toContain('info.version');
});

it('names the line of a syntax error', async () => {
  expect(await problemsOf(contract.replace('title: Orders', 'title: "Orders'))).not.toEqual([]);
});

it('wants the server that the example is', async () => {
  const [problem] = await problemsOf(contract, 3000);
  expect(problem).toMatchObject({ line: 6 });
  expect(problem?.what).toContain('http://localhost:3000');
});
