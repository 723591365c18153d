import { z } from 'astro/zod';
import { textSchema } from './vocabulary.ts';

/** One row of the table somebody reads during an incident. */
export const failureModeSchema = z.strictObject({
  /** What is seen: a title of a few words. */
  symptom: textSchema,
  cause: textSchema,
  /** The metric, query or look that tells this cause from others. */
  detect: textSchema,
  fix: textSchema,
});
