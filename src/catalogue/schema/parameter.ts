import { z } from 'astro/zod';
import { daySchema, textSchema } from './vocabulary.ts';

/** A library whose defaults stand beside ours. */
export const librarySchema = z.strictObject({
  name: textSchema,
  version: textSchema,
  /** Where the defaults are documented, for that version. */
  url: z.url(),
  checked: daySchema,
});

/** One knob of the pattern, with a number to start from and the way to a better one. */
export const parameterSchema = z.strictObject({
  name: textSchema,
  /** The value to start with, with its unit: "50 %". */
  start: textSchema,
  /** How to derive it from what you can measure. */
  derive: textSchema,
  safeRange: textSchema,
  /** What one sees when it is too low, and too high. */
  tooLow: textSchema,
  tooHigh: textSchema,
  /** Library name → its default, with its unit; a library without the knob is left out. */
  defaults: z.record(z.string(), z.string().min(1)),
});
export type Library = z.output<typeof librarySchema>;
export type Parameter = z.output<typeof parameterSchema>;
