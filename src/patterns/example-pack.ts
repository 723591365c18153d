import { readFile, readdir } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { ContentError, type Problem } from '../catalogue/load/problem.ts';
import { exampleSchema, type Example } from './example-schema.ts';

/** An example as the page and the engine need it. */
export interface ExamplePack {
  /** `<category>/<capability>`. */
  readonly capability: string;
  /** Folder from the root of the repository. */
  readonly folder: string;
  readonly example: Example;
  /** Name → text as it stands in the repository, in the order of `example.files`. */
  readonly files: Readonly<Record<string, string>>;
  /** Name → the same with types replaced by white space, so that lines and columns stay. */
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
  const example = parseExample(`${folder}/example.json`, await readJson(directory, folder));
  await refuseUnlisted(directory, folder, example);
  const files: Record<string, string> = {};
  const prepared: Record<string, string> = {};
  for (const name of example.files) {
    const text = await readListed(directory, folder, name);
    files[name] = text;
    prepared[name] = strip(`${folder}/${name}`, text);
  }
  return { capability, folder, example, files, prepared };
}

async function readJson(directory: string, folder: string): Promise<unknown> {
  const file = `${folder}/example.json`;
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
    return JSON.parse(text);
  } catch (cause) {
    const what = `is not JSON: ${String(cause)}`;
    throw problem({ file, line: 1, what, whatToDo: 'Mend the syntax.' }, cause);
  }
}

function parseExample(file: string, data: unknown): Example {
  const parsed = exampleSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new ContentError(
    parsed.error.issues.map((issue) => ({
      file,
      line: 1,
      what: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
      whatToDo: 'See src/patterns/example-schema.ts for what each field may be.',
    })),
  );
}

async function refuseUnlisted(directory: string, folder: string, example: Example): Promise<void> {
  const present = (await readdir(directory)).filter((name) => name.endsWith('.ts'));
  const unlisted = present.filter((name) => !example.files.includes(name));
  if (unlisted.length === 0) return;
  throw problem({
    file: `${folder}/example.json`,
    line: 1,
    what: `files: ${unlisted.join(', ')} stands in the folder and is not listed`,
    whatToDo: 'List it, so that it reaches the page and the engine, or remove it.',
  });
}

async function readListed(directory: string, folder: string, name: string): Promise<string> {
  try {
    return await readFile(path.join(directory, name), 'utf8');
  } catch (cause) {
    const what = `files: there is no ${name}`;
    const whatToDo = 'Add the file or take it off the list.';
    throw problem({ file: `${folder}/example.json`, line: 1, what, whatToDo }, cause);
  }
}

function strip(file: string, text: string): string {
  try {
    return stripTypeScriptTypes(text, { mode: 'strip' });
  } catch (cause) {
    const what = `cannot be stripped of its types: ${String(cause)}`;
    const whatToDo = 'Use only types that Node strips: no enum, namespace or parameter property.';
    throw problem({ file, line: 1, what, whatToDo }, cause);
  }
}

function problem(details: Problem, cause?: unknown): ContentError {
  const error = new ContentError([details]);
  if (cause !== undefined) error.cause = cause;
  return error;
}
