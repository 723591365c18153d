import { z } from 'astro/zod';
import { capabilityRefSchema, textSchema } from './vocabulary.ts';

/**
 * Each relation with the words for both directions. The inverse is derived, so nobody writes it
 * twice: `A requires B` shows on B as "needed by A".
 */
export const relationWords = {
  requires: { forward: 'needs', inverse: 'needed by' },
  'combines-with': { forward: 'combine with', inverse: 'combine with' },
  'alternative-to': { forward: 'alternative', inverse: 'alternative' },
  specializes: { forward: 'special case of', inverse: 'special case' },
  'mitigates-failure-of': { forward: 'limits the damage of', inverse: 'damage limited by' },
  'conflicts-with': { forward: 'conflicts with', inverse: 'conflicts with' },
  precedes: { forward: 'do before', inverse: 'do after' },
} as const;

const relationTypeSchema = z.enum(Object.keys(relationWords) as (keyof typeof relationWords)[]);

export const relationSchema = z.strictObject({
  type: relationTypeSchema,
  to: capabilityRefSchema,
  /** One sentence: why these two belong together. */
  why: textSchema,
});
