/** One generated file of a blueprint as plain text, to read without JavaScript. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { blueprintOf } from '../../../../blueprints/blueprint.ts';
import { presets } from '../../../../wizard/presets/presets.ts';

export const getStaticPaths: GetStaticPaths = () =>
  presets.flatMap((preset) =>
    blueprintOf(preset).files.map(({ path, text }) => ({
      params: { slug: preset.slug, path },
      props: { text },
    })),
  );

export const GET: APIRoute = ({ props }) =>
  new Response(String(props['text']), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
