import { readFile, readdir } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { ContentError, type Problem } from '../catalogue/load/problem.ts';
import { validate } from '../catalogue/load/validate.ts';
import { parseYamlWithLines, type LocatedYaml } from '../catalogue/load/yaml-with-lines.ts';
import { contractFile, exampleSchema, type Example } from './example-schema.ts';

/** An example as the page and the engine need it. */
export interface ExamplePack {
  /** `<category>/<capability>`. */
  readonly capability: string;
  /** Folder from the root of the repository. */
  readonly folder: string;
  readonly example: Example;
  /** Name → text as it stands in the repository, in the order of `example.files`. */
  readonly files: Readonly<Record<string, string>>;
  /** Name of a module → the same with types replaced by white space, so that lines and columns stay. */
  readonly prepared: Readonly<Record<string, string>>;
}

/**
 * Reads `patterns/<capability>/example/`.
 * @param root root of the repository
 * @throws {ContentError} with file, line, what is wrong and what to do
 */
export async function readExamplePack(
  capability: string,
  root: string = process.cwd(),
): Promise<ExamplePack> {
  const folder = path.posix.join('patterns', capability, 'example');
  const directory = path.join(root, folder);
  const file = `${folder}/example.json`;
  const json = await readJson(directory, file);
  const example = validExample(file, json);
  await refuseUnlisted(directory, file, example, json);
  const files: Record<string, string> = {};
  const prepared: Record<string, string> = {};
  for (const [index, name] of example.files.entries()) {
    const text = await readListed(directory, name, { file, line: json.lineOf(['files', index]) });
    files[name] = text;
    if (name.endsWith('.ts')) prepared[name] = strip(`${folder}/${name}`, text);
  }
  return { capability, folder, example, files, prepared };
}

async function readJson(directory: string, file: string): Promise<LocatedYaml> {
  let text: string;
  try {
    text = await readFile(path.join(directory, 'example.json'), 'utf8');
  } catch (cause) {
    throw problem(
      { file, line: 1, what: 'is missing', whatToDo: 'Add it: every page runs.' },
      cause,
    );
  }
  try {
    JSON.parse(text);
  } catch (cause) {
    const what = `is not JSON: ${String(cause)}`;
    throw problem({ file, line: lineOfSyntax(cause), what, whatToDo: 'Mend the syntax.' }, cause);
  }
  // JSON is YAML as well, and our reader of YAML knows the lines.
  return parseYamlWithLines(text, file);
}

/** The line that V8 names in the message of a syntax error; the first where it names none. */
function lineOfSyntax(cause: unknown): number {
  return Number(/\(line (\d+) column/.exec(String(cause))?.[1] ?? 1);
}

function validExample(file: string, json: LocatedYaml): Example {
  const whatToDo = 'See src/patterns/example-schema.ts for what each field may be.';
  const result = validate(exampleSchema, json, file, whatToDo);
  if (!result.ok) throw new ContentError(result.problems);
  return result.value;
}

async function refuseUnlisted(
  directory: string,
  file: string,
  example: Example,
  json: LocatedYaml,
): Promise<void> {
  const present = (await readdir(directory)).filter(
    (name) => /\.(?:ts|proto)$/.test(name) || name === contractFile,
  );
  const unlisted = present.filter((name) => !example.files.includes(name));
  if (unlisted.length === 0) return;
  throw problem({
    file,
    line: json.lineOf(['files']),
    what: `files: ${unlisted.join(', ')} stands in the folder and is not listed`,
    whatToDo: 'List it, so that it reaches the page and the engine, or remove it.',
  });
}

async function readListed(
  directory: string,
  name: string,
  place: Pick<Problem, 'file' | 'line'>,
): Promise<string> {
  try {
    return await readFile(path.join(directory, name), 'utf8');
  } catch (cause) {
    const what = `files: there is no ${name}`;
    const whatToDo = 'Add the file or take it off the list.';
    throw problem({ ...place, what, whatToDo }, cause);
  }
}

function strip(file: string, text: string): string {
  try {
    return withoutWarnings(() => stripTypeScriptTypes(text, { mode: 'strip' }));
  } catch (cause) {
    const what = `cannot be stripped of its types: ${String(cause)}`;
    const whatToDo = 'Use only types that Node strips: no enum, namespace or parameter property.';
    throw problem({ file, line: 1, what, whatToDo }, cause);
  }
}

/** Node calls stripping experimental once a process. The version that builds is ours to choose. */
function withoutWarnings<T>(act: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return act();
  } finally {
    process.emitWarning = emitWarning;
  }
}

function problem(details: Problem, cause?: unknown): ContentError {
  const error = new ContentError([details]);
  if (cause !== undefined) error.cause = cause;
  return error;
}
