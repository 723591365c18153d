/** Holds an example's `openapi.yaml` against the schema of its version of OpenAPI. Build only. */
import { Validator } from '@seriousme/openapi-schema-validator';
import type { Problem } from '../catalogue/load/problem.ts';
import { parseYamlWithLines, type LocatedYaml } from '../catalogue/load/yaml-with-lines.ts';
import type { ExamplePack } from './example-pack.ts';
import { contractFile } from './example-schema.ts';

const whatToDo = 'See https://spec.openapis.org/oas/ for what each field may be.';

/** @returns every mistake with its line; none where the example has no contract */
export async function openapiProblems({
  folder,
  files,
  example,
}: Pick<ExamplePack, 'folder' | 'files' | 'example'>): Promise<readonly Problem[]> {
  const text = files[contractFile];
  if (text === undefined) return [];
  const file = `${folder}/${contractFile}`;
  const yaml = parseYamlWithLines(text, file);
  if (yaml.problems.length > 0) return yaml.problems;
  return [
    ...(await schemaProblems(yaml, file)),
    ...serverProblems(yaml, file, example.serves?.port),
  ];
}

async function schemaProblems(yaml: LocatedYaml, file: string): Promise<readonly Problem[]> {
  const { valid, errors = [] } = await new Validator().validate(
    structuredClone(yaml.value) as Record<string, unknown>,
  );
  if (valid) return [];
  if (typeof errors === 'string') return [{ file, line: 1, what: errors, whatToDo }];
  return errors.map(({ instancePath, message = 'is wrong' }) => {
    const path = pathOf(instancePath, yaml.value);
    return {
      file,
      line: yaml.lineOf(path),
      what: `${path.join('.') || 'it'} ${message}`,
      whatToDo,
    };
  });
}

/** Try it out goes to the first server: it must be the one that the program listens at. */
function serverProblems(yaml: LocatedYaml, file: string, port: number | undefined): Problem[] {
  const { servers } = yaml.value as { servers?: readonly { url?: unknown }[] };
  const wanted = `http://localhost:${port ?? ''}`;
  const url = servers?.[0]?.url;
  if (url === wanted) return [];
  return [
    {
      file,
      line: yaml.lineOf(['servers', 0, 'url']),
      what: `servers.0.url is ${String(url)}, and the example serves at ${wanted}`,
      whatToDo: `Write ${wanted}, or change "serves" in example.json.`,
    },
  ];
}

/** A JSON pointer (RFC 6901) as a path; where its parent is a list, a part is a number. */
function pathOf(pointer: string, value: unknown): (string | number)[] {
  const path: (string | number)[] = [];
  let at: unknown = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(at) ? Number(name) : name);
    at = (at as Record<string, unknown> | undefined)?.[name];
  }
  return path;
}
