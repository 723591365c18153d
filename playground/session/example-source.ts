import type { ExampleFile } from './example-file.ts';

/**
 * Fetches the example that a run block shows; later calls get the same.
 * @param url of the file that the build wrote, on the page's own origin
 */
export function exampleSource(url: string): () => Promise<ExampleFile> {
  let loaded: Promise<ExampleFile> | undefined;
  return () => {
    loaded ??= fetchExample(url).catch((cause: unknown) => {
      loaded = undefined;
      throw cause;
    });
    return loaded;
  };
}

/** @returns `<category>/<capability>` of the example that the build wrote to this address */
export function exampleName(url: string): string {
  return /^\/examples\/(.+)\.[0-9a-f]+\.json$/.exec(url)?.[1] ?? url;
}

async function fetchExample(url: string): Promise<ExampleFile> {
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) throw new ExampleError();
  return (await response.json()) as ExampleFile;
}

/** The example's files could not be fetched. */
class ExampleError extends Error {
  override readonly name = 'ExampleError';
  readonly whatToDo = 'Check the connection and press Run again.';

  constructor() {
    super('The files of the example could not be loaded.');
  }
}
