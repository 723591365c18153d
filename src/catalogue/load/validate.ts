import type { z } from 'astro/zod';
import type { Problem } from './problem.ts';
import type { LocatedYaml } from './yaml-with-lines.ts';

export type Validated<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const SCHEMAS = 'The schema is in src/catalogue/schema; each field says there what it holds.';

/**
 * Holds located YAML against a schema.
 *
 * @param whatToDo where the fields are explained
 */
export function validate<S extends z.ZodType>(
  schema: S,
  yaml: LocatedYaml,
  file: string,
  whatToDo = SCHEMAS,
): Validated<z.output<S>> {
  if (yaml.problems.length > 0) return { ok: false, problems: yaml.problems };
  const result = schema.safeParse(yaml.value);
  if (result.success) return { ok: true, value: result.data };
  const problems = result.error.issues.flatMap(findingsOf).map(({ path, message, isUnknown }) => ({
    file,
    line: yaml.lineOf(path),
    what: `${path.join('.') || 'the file'}: ${
      !isUnknown && isMissing(yaml.value, path) ? 'is missing' : message
    }`,
    whatToDo,
  }));
  return { ok: false, problems };
}

interface Finding {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** Whether the schema knows no field of that name. */
  readonly isUnknown: boolean;
}

/** One finding an issue, but one a key where a record holds keys that no schema knows. */
function findingsOf(issue: z.core.$ZodIssue): readonly Finding[] {
  if (issue.code !== 'unrecognized_keys') return [{ ...issue, isUnknown: false }];
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    message: 'there is no such field',
    isUnknown: true,
  }));
}

function isMissing(value: unknown, path: readonly PropertyKey[]): boolean {
  const at = path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
  return at === undefined;
}
