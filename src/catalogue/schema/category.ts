import { z } from 'astro/zod';
import { bandSchema, textSchema } from './vocabulary.ts';

const slugSchema = z.string().regex(/^[a-z0-9-]+$/, 'must be lower case with hyphens');

/** One capability of the seed: its name and topics are the seed's own words. */
export const capabilitySchema = z.strictObject({
  slug: slugSchema,
  name: textSchema,
  /** Every topic of the seed's line; a written page must treat each under a heading. */
  topics: z.array(z.string().min(1)).min(1),
});

/** One file under `content/catalogue/`. */
export const categorySchema = z.strictObject({
  slug: slugSchema,
  /** Position in the seed, from 1. */
  order: z.int().min(1),
  /** The seed's name. */
  name: textSchema,
  /** One or two words, for navigation. */
  shortName: textSchema,
  band: bandSchema,
  /** One sentence that says what the category is about. */
  summary: textSchema,
  capabilities: z.array(capabilitySchema).min(1),
});

export type CategoryFile = z.output<typeof categorySchema>;
