import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { narrativeSchema } from './catalogue/schema/narrative.ts';
import { patternSchema } from './catalogue/schema/pattern.ts';

/** Guides keep their path under `content/docs`; a pattern page is `patterns/<its id>`. */
function generateId({ entry }: { entry: string }): string {
  return entry.replace(/^content\/docs\//, '').replace(/(\/index)?\.mdx?$/, '');
}

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: '.',
      pattern: ['content/docs/**/*.{md,mdx}', 'patterns/*/*/index.mdx'],
      generateId,
    }),
    schema: docsSchema({ extend: z.object({ pattern: patternSchema.optional() }) }),
  }),
  blueprints: defineCollection({
    loader: glob({ base: 'content/blueprints', pattern: '*.md' }),
    schema: narrativeSchema,
  }),
};
