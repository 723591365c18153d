import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, vi } from 'vitest';

/**
 * A database takes seconds to start, so all runs of a file that happen in this process share one,
 * and each finds it empty. Those of `spawn` and `trace` have their own.
 */
export function sharesDatabase(): void {
  beforeAll(async () => {
    const shared = await PGlite.create();
    const close = shared.close.bind(shared);
    vi.spyOn(PGlite, 'create').mockImplementation(async () => {
      // As a new database has it: everybody may look into the schema.
      await shared.exec(`
        DROP SCHEMA public CASCADE;
        CREATE SCHEMA public;
        GRANT USAGE ON SCHEMA public TO PUBLIC;
      `);
      await shared.exec('DISCARD ALL');
      return shared as never;
    });
    vi.spyOn(shared, 'close').mockResolvedValue();
    afterAll(close);
  }, 120_000);
}
