/**
 * `@electric-sql/pglite`: PostgreSQL in WebAssembly. In the cage nothing can be fetched, so its
 * files come with the program; and its work, which holds the thread, is told to the page.
 */
import { PGlite as Base, type PGliteOptions } from '@electric-sql/pglite';
import { machine } from 'node:internal/machine';
import { loadFiles } from './load-files.ts';
import { pause } from './pause.ts';

export * from '@electric-sql/pglite';

/** They are there before the program runs, since `new PGlite()` waits for nothing. */
const files = await loadFiles();

type Given = string | PGliteOptions | undefined;

function optionsOf(first: Given, second: PGliteOptions | undefined): PGliteOptions {
  const options =
    typeof first === 'string' ? { dataDir: first, ...second } : (first ?? second ?? {});
  const { dataDir = '' } = options;
  if (dataDir !== '' && !dataDir.startsWith('memory://'))
    throw new Error(
      `The built-in engine keeps a database in memory only, and not in ${dataDir}. ` +
        'Leave the folder out, or run the example in WebContainer, or download it and run it with Node.js.',
    );
  return { ...files, ...options };
}

/** The program lives, and the page is patient, until the database has started or failed. */
function duringStart(start: Promise<void>): void {
  const ends = [machine.loop.hold(), machine.beginLabor()];
  const end = (): void => ends.forEach((one) => one());
  start.then(end, end);
}

export class PGlite extends Base {
  constructor(first?: Given, second?: PGliteOptions) {
    super(optionsOf(first, second));
    duringStart(this.waitReady);
  }

  static override async create(first?: Given, second?: PGliteOptions): Promise<never> {
    const database = new PGlite(first, second);
    await database.waitReady;
    return database as never;
  }

  override async clone(): Promise<PGlite> {
    return PGlite.create({ loadDataDir: await this.dumpDataDir('none') });
  }

  override execProtocolRawSync(message: Uint8Array): Uint8Array {
    return machine.labor(() => super.execProtocolRawSync(message));
  }

  override async execProtocolRaw(
    ...args: Parameters<Base['execProtocolRaw']>
  ): Promise<Uint8Array> {
    await pause();
    return super.execProtocolRaw(...args);
  }
}
