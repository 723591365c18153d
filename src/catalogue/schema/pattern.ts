/** The data of one pattern page: its frontmatter. */
import { z } from 'astro/zod';
import { failureModeSchema } from './failure-mode.ts';
import { observeSchema } from './observe.ts';
import { librarySchema, parameterSchema } from './parameter.ts';
import { referenceSchema } from './reference.ts';
import { relationSchema } from './relation.ts';
import {
  capabilityRefSchema,
  daySchema,
  interactionSchema,
  kindSchema,
  layerSchema,
  stageSchema,
  textSchema,
} from './vocabulary.ts';

/** The answer, in three sentences of together about 40 words (60 at most). */
const verdictSchema = z
  .strictObject({ gives: textSchema, costs: textSchema, reachFor: textSchema })
  .refine(
    (verdict) => Object.values(verdict).join(' ').split(/\s+/).length <= 60,
    'must be 60 words or fewer: the verdict is read at a glance',
  );

/** What this page covers, and which sibling answers the other question. */
const scopeSchema = z.strictObject({
  covers: textSchema,
  siblings: z.array(z.strictObject({ to: capabilityRefSchema, for: textSchema })).min(1),
});

const useSchema = z.strictObject({
  when: z.array(textSchema).min(3).max(5),
  not: z.array(textSchema).min(3).max(5),
  /** "If this is what you have" → the page to read in place of this one. */
  instead: z
    .array(z.strictObject({ if: textSchema, to: capabilityRefSchema }))
    .min(3)
    .max(5),
});

/** A number worth seeing before the page is opened: shown beside the search results. */
const glanceSchema = z.strictObject({
  label: textSchema,
  value: textSchema,
  to: capabilityRefSchema.optional(),
});

/** What stands under `pattern:`. */
export const patternSchema = z.strictObject({
  kind: kindSchema,
  aliases: z.array(textSchema).default([]),
  /** What a person types at three in the morning. The search finds them. */
  symptoms: z.array(textSchema).min(3),
  /** Other categories that list the page. */
  alsoIn: z.array(z.string()).default([]),
  verdict: verdictSchema,
  scope: scopeSchema.optional(),
  glance: z.array(glanceSchema).min(2).max(5),
  layer: z.array(layerSchema).min(1),
  interaction: interactionSchema,
  stage: z.array(stageSchema).min(1),
  /** 1 (a line of configuration) to 5 (a team keeps it alive). */
  complexity: z.int().min(1).max(5),
  qualities: z.strictObject({
    improves: z.array(textSchema).min(1),
    costs: z.array(textSchema).min(1),
  }),
  prerequisites: z.array(capabilityRefSchema).default([]),
  use: useSchema,
  libraries: z.array(librarySchema).default([]),
  parameters: z.array(parameterSchema).min(1),
  failureModes: z.array(failureModeSchema).min(5).max(8),
  observe: observeSchema,
  relations: z.array(relationSchema).min(2),
  checklist: z.array(textSchema).min(5).max(7),
  references: z.array(referenceSchema).min(3),
  /** Topic of the seed, verbatim → anchor of the heading that treats it. */
  covers: z.record(z.string(), z.string().regex(/^[a-z0-9-]+$/, 'must be a heading anchor')),
  /** Numbers of the wizard's decisions that this page explains. */
  wizardDecisions: z.array(z.int().min(1).max(40)).default([]),
  reviewed: daySchema,
  changelog: z.array(z.strictObject({ date: daySchema, change: textSchema })).min(1),
});

/** The whole frontmatter; what else stands in it is Starlight's. */
export const patternPageSchema = z.looseObject({
  title: textSchema,
  /** One sentence for search engines and link previews. */
  description: textSchema,
  pattern: patternSchema,
});

export type Pattern = z.output<typeof patternSchema>;
