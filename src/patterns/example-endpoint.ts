import { glob } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { exampleFilePath, exampleFileText } from './example-file.ts';
import { readExamplePack } from './example-pack.ts';

/** One path per example in the repository. */
export const getStaticPaths: GetStaticPaths = async () => {
  const paths = [];
  for await (const found of glob('patterns/*/*/example/example.json')) {
    const [, category, capability] = found.split(/[\\/]/);
    const pack = await readExamplePack(`${category}/${capability}`);
    paths.push({
      params: { file: exampleFilePath(pack) },
      props: { text: exampleFileText(pack) },
    });
  }
  return paths;
};

/** Serves what a playground fetches before its first run. */
export const GET: APIRoute = ({ props }) =>
  new Response(String(props['text']), { headers: { 'content-type': 'application/json' } });
