import { z } from 'astro/zod';

/** The frontmatter of `content/blueprints/<slug>.md`; its text is held by src/blueprints/check-narratives.ts. */
export const narrativeSchema = z.strictObject({
  /** The title of the preset. */
  title: z.string().min(1),
  /** One sentence for search engines. */
  description: z.string().min(1).max(160),
});
