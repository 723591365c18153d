import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** Columns stay those of the file, though every `await` is rewritten. */
const place = (error: Error): string | undefined =>
  /trace-of-stack\.ts:\d+:\d+/.exec(error.stack ?? '')?.[0];

const both = async () => [place(new Error('1')), await null, place(new Error('2'))];

async function places(): Promise<unknown[]> {
  try {
    throw new Error(`before ${await Promise.resolve('it')}`, { cause: place(new Error('3')) });
  } catch (error) {
    return [place(error as Error), (error as Error).cause, await both(), place(new Error('4'))];
  }
}

console.log(await storage.run('a', places), place(new Error('5')));
