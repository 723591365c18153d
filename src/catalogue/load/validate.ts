import type { z } from 'astro/zod';
import type { Problem } from './problem.ts';
import type { LocatedYaml } from './yaml-with-lines.ts';

export type Validated<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Holds located YAML against a schema.
 *
 * @param under path inside the YAML at which the schema's value stands
 */
export function validate<S extends z.ZodType>(
  schema: S,
  yaml: LocatedYaml,
  file: string,
  under: readonly string[] = [],
): Validated<z.output<S>> {
  if (yaml.problems.length > 0) return { ok: false, problems: yaml.problems };
  const result = schema.safeParse(valueAt(yaml.value, under));
  if (result.success) return { ok: true, value: result.data };
  const problems = result.error.issues.map((issue) => {
    const path = [...under, ...issue.path];
    return {
      file,
      line: yaml.lineOf(path),
      what: `${path.join('.') || 'the file'}: ${issue.message}`,
      whatToDo: 'The schema is in src/catalogue/schema; each field says there what it holds.',
    };
  });
  return { ok: false, problems };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
}
