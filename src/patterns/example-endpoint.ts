import type { APIRoute, GetStaticPaths } from 'astro';
import { exampleFilePath, exampleFileText } from './example-file.ts';
import { readExamplePacks } from './example-packs.ts';

/** One path per example in the repository. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await readExamplePacks()).map((pack) => ({
    params: { file: exampleFilePath(pack) },
    props: { text: exampleFileText(pack) },
  }));

/** Serves what a playground fetches before its first run. */
export const GET: APIRoute = ({ props }) =>
  new Response(String(props['text']), { headers: { 'content-type': 'application/json' } });
