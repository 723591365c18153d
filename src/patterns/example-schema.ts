/** What `example.json` may say; `CONTRIBUTING.md`, "Add a pattern", explains it to authors. */
import { z } from 'astro/zod';
import { capabilityNames } from '../../playground/engine/contract.ts';

const moduleNameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]*\.ts$/, 'must be the name of a .ts file beside example.json');

/** The contract of an example that serves an API; its page then has the API panel. */
export const contractFile = 'openapi.yaml';
/** A contract that code is generated from. */
const protoNameSchema = z.string().regex(/^[a-z][a-z0-9_]*\.proto$/);
const fileNameSchema = z.union(
  [moduleNameSchema, protoNameSchema, z.literal(contractFile)],
  `must be the name of a .ts or .proto file beside example.json, or ${contractFile}`,
);

/** Name of the environment variable that the program reads. */
const envSchema = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be in capitals, such as OPEN_S');

export const knobSchema = z
  .strictObject({
    env: envSchema,
    label: z.string().min(2),
    unit: z.string().min(1).optional(),
    default: z.number(),
    min: z.number(),
    max: z.number(),
    step: z.number().positive(),
  })
  .refine((knob) => knob.min < knob.max, 'min must be below max')
  .refine(
    (knob) => knob.min <= knob.default && knob.default <= knob.max,
    'default must lie between min and max',
  )
  .refine(onStep, 'default must be min plus a whole number of steps, or the slider cannot show it');

const experimentSchema = z
  .strictObject({
    /** The question that a reader answers before the run. */
    predict: z.string().min(10),
    /** Answers to choose from; without them the reader writes a guess. */
    choices: z
      .array(
        z
          .string()
          .min(1)
          .max(60)
          .regex(/^[^|]*$/, 'must have no | in it'),
      )
      .min(2)
      .max(4)
      .optional(),
    /** The one of `choices` that is right, word for word. */
    right: z.string().optional(),
    /** What really happens; a test of the example asserts it. */
    answer: z.string().min(10),
    /** Knobs to set, by `env`. */
    set: z.record(envSchema, z.number()).default({}),
  })
  .refine(({ choices = [] }) => new Set(choices).size === choices.length, {
    path: ['choices'],
    message: 'must differ from each other',
  })
  .refine(
    ({ choices, right }) =>
      choices === undefined ? right === undefined : choices.includes(right ?? ''),
    { path: ['right'], message: 'must be one of "choices", and absent without them' },
  );

/** A server that the program goes on with where the variable `SERVE` is set. */
const servesSchema = z.strictObject({
  port: z.int().min(1).max(65_535),
  /** What the request panel asks for first. */
  path: z.string().regex(/^\/\S*$/, 'must begin with a slash'),
});

export const exampleSchema = z
  .strictObject({
    title: z.string().min(3),
    entry: moduleNameSchema,
    tests: moduleNameSchema.optional(),
    /** As many as the style sheet has tabs for: src/styles/run-block.css. */
    files: z.array(fileNameSchema).min(1).max(12),
    needs: z.array(z.enum(capabilityNames)).default([]),
    knobs: z.array(knobSchema).default([]),
    experiments: z.array(experimentSchema).default([]),
    serves: servesSchema.optional(),
  })
  .refine(({ files, serves }) => serves !== undefined || !files.includes(contractFile), {
    path: ['files'],
    message: `${contractFile} needs a server to try it on: say its port in "serves"`,
  })
  .superRefine((example, context) => {
    for (const field of ['entry', 'tests'] as const) {
      const name = example[field];
      if (name !== undefined && !example.files.includes(name)) {
        context.addIssue({ code: 'custom', path: [field], message: `${name} is not in "files"` });
      }
    }
    const known = new Map(example.knobs.map((knob) => [knob.env, knob]));
    example.experiments.forEach(({ set }, index) => {
      for (const [env, value] of Object.entries(set)) {
        const knob = known.get(env);
        const inRange = knob && knob.min <= value && value <= knob.max;
        if (inRange) continue;
        const message = knob
          ? `${value} is outside the range of ${env}`
          : `no knob is named ${env}`;
        context.addIssue({ code: 'custom', path: ['experiments', index, 'set', env], message });
      }
    });
  });

/** `example.json` after reading. */
export type Example = z.output<typeof exampleSchema>;
export type Knob = z.output<typeof knobSchema>;
export type Experiment = Example['experiments'][number];

function onStep(knob: { default: number; min: number; step: number }): boolean {
  const steps = (knob.default - knob.min) / knob.step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
}
