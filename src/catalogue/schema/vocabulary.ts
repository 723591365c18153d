/** The closed vocabularies of the catalogue: a word that is not here stops the build. */
import { z } from 'astro/zod';

/** The five bands in which the overview groups the categories. */
export const bands = {
  shape: 'Shape the interface',
  split: 'Split and connect',
  stay: 'Stay up, stay fast',
  protect: 'See and protect',
  build: 'Build and ship',
} as const;
export const bandSchema = z.enum(Object.keys(bands) as (keyof typeof bands)[]);
export type Band = z.output<typeof bandSchema>;

/** A page's kind bends its template: see CONTRIBUTING, "Add a pattern". */
export const kindSchema = z.enum(['pattern', 'practice', 'technology', 'comparison']);

/** Where in a system the capability lives. */
export const layerSchema = z.enum(['client', 'edge', 'service', 'data', 'broker', 'operations']);

/** How the parties of the capability talk. */
export const interactionSchema = z.enum(['sync', 'async', 'stream', 'none']);

/** When in the life of a system the capability is decided or done. */
export const stageSchema = z.enum(['design', 'build', 'run', 'migrate']);

/** `<category>/<capability>`; whether it exists is checked against the catalogue, with a hint. */
export const capabilityRefSchema = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be <category>/<capability>, in lower case with hyphens');

/** A day, as YYYY-MM-DD text (quote it in YAML, or it becomes a date with a time). */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a quoted YYYY-MM-DD', abort: true })
  .refine(isCalendarDay, 'is no day of the calendar');

/** A sentence or phrase a reader sees. Inline `code` in backticks is the only markup. */
export const textSchema = z.string().trim().min(2);

/** A day that does not exist, such as February 30, becomes no date or another one. */
function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(day);
}
