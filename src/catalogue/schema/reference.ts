import { z } from 'astro/zod';
import { daySchema, textSchema } from './vocabulary.ts';

/** A source, and what it is cited for. */
export const referenceSchema = z.strictObject({
  title: textSchema,
  /** Author or organization. */
  by: textSchema,
  /** Year, version or section. */
  detail: z.string().optional(),
  url: z.url(),
  kind: z.enum([
    'specification',
    'draft',
    'paper',
    'book',
    'documentation',
    'source code',
    'article',
  ]),
  /** The claim on this page that rests on it. */
  supports: textSchema,
  opened: daySchema,
});
