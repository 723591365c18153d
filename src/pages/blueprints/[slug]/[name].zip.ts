/** All files of a blueprint in one zip; the same answers give the same bytes. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { blueprintOf } from '../../../blueprints/blueprint.ts';
import { zip } from '../../../lib/zip.ts';
import { presets } from '../../../wizard/presets/presets.ts';

export const getStaticPaths: GetStaticPaths = () =>
  presets.map(({ slug }) => ({ params: { slug, name: slug } }));

export const GET: APIRoute = ({ params }) => {
  const preset = presets.find(({ slug }) => slug === params['slug']);
  if (preset === undefined) throw new Error(`No preset "${params['slug'] ?? ''}".`);
  return new Response(new Uint8Array(zip(blueprintOf(preset).files)), {
    headers: { 'content-type': 'application/zip' },
  });
};
