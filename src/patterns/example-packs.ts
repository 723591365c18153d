import { glob } from 'node:fs/promises';
import { readExamplePack, type ExamplePack } from './example-pack.ts';

/**
 * Every example of the repository, by capability.
 * @throws {ContentError} with file, line, what is wrong and what to do
 */
export async function readExamplePacks(): Promise<readonly ExamplePack[]> {
  const capabilities: string[] = [];
  for await (const file of glob('patterns/*/*/example/example.json')) {
    capabilities.push(file.split(/[\\/]/).slice(1, 3).join('/'));
  }
  return Promise.all(capabilities.sort().map((capability) => readExamplePack(capability)));
}

/** The parts of a pattern page's path. */
export function exampleParams({ capability }: ExamplePack): {
  category: string;
  capability: string;
} {
  const [category = '', name = ''] = capability.split('/');
  return { category, capability: name };
}
