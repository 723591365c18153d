import type { APIRoute, GetStaticPaths } from 'astro';
import { readExamplePacks } from './example-packs.ts';
import { recordRun } from './recorded-run.ts';
import { traceFilePath, traceFileText } from './trace-file.ts';

/** One path per example in the repository. */
export const getStaticPaths: GetStaticPaths = async () =>
  Promise.all(
    (await readExamplePacks()).map(async (pack) => {
      const recorded = await recordRun(pack);
      return {
        params: { file: traceFilePath(pack, recorded) },
        props: { text: traceFileText(recorded) },
      };
    }),
  );

/** Serves what a recorded run traced. */
export const GET: APIRoute = ({ props }) =>
  new Response(String(props['text']), { headers: { 'content-type': 'application/json' } });
