import { z } from 'astro/zod';
import { textSchema } from './vocabulary.ts';

/** One metric, named as Prometheus names it. */
export const metricSchema = z.strictObject({
  name: z.string().regex(/^[a-z_][a-z0-9_]*$/, 'must be a Prometheus metric name'),
  type: z.enum(['counter', 'gauge', 'histogram']),
  /** UCUM or a word: "s", "calls". */
  unit: z.string().optional(),
  /** Label → its values, or what bounds their number. */
  labels: z.record(z.string(), textSchema),
  meaning: textSchema,
});

/** One alert that can be deployed as it stands. */
export const alertSchema = z.strictObject({
  name: z.string().regex(/^[A-Z][A-Za-z0-9]*$/),
  /** PromQL. */
  expr: textSchema,
  for: z.string().regex(/^\d+[smh]$/),
  severity: z.enum(['page', 'ticket']),
  summary: textSchema,
  /** Why this expression, and what it does not see. */
  why: textSchema,
  /** What to do first, second, third. */
  firstSteps: z.array(textSchema).min(2),
});

export const logFieldSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_.]*$/),
  example: textSchema,
  meaning: textSchema,
});

export const observeSchema = z.strictObject({
  metrics: z.array(metricSchema).min(1),
  alert: alertSchema,
  logFields: z.array(logFieldSchema).min(1),
});
export type Observe = z.output<typeof observeSchema>;
