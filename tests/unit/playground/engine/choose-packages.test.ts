import { expect, test } from 'vitest';
import { namedPackages } from '../../../../playground/engines/embedded/packages/choose.ts';

const entry = (...imports: string[]) => ({ imports, load: () => Promise.resolve('') });
const index = {
  '#lab': entry(),
  'node:zlib': entry(),
  connect: entry('protobuf'),
  protobuf: entry('connect'),
  graphql: entry(),
};

test.each([
  ["import { run } from '#lab';", ['#lab']],
  ['import { gzipSync } from "node:zlib";', ['node:zlib']],
  ["import { gzipSync } from 'zlib';", ['node:zlib']],
  ['await import(`graphql`);', ['graphql']],
  ["import 'connect';", ['connect', 'protobuf']],
  ['// graphql is only a word here', []],
])('%s fetches %j', (text, names) => {
  expect(namedPackages({ 'main.ts': '', 'lib/a.ts': text }, index)).toEqual(names);
});
