/**
 * Writes the folder of an empty database, as the engine's PostgreSQL opens it, to a file: a program
 * of its own, since it stops the clock. `initdb` writes times and random bytes into the folder, and
 * two builds shall not differ.
 *
 * node scripts/build/database-image.ts FILE
 */
import crypto from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { packImage } from '../../playground/engines/embedded/packages/pglite/image.ts';

const [, , file = ''] = process.argv;

const stoodStillAtMs = Date.UTC(2026, 0, 1);
globalThis.Date = new Proxy(Date, {
  construct: (target, given): Date =>
    Reflect.construct(target, given.length > 0 ? given : [stoodStillAtMs]) as Date,
});
Date.now = () => stoodStillAtMs;
crypto.randomFillSync = (bytes) => bytes;

const database = await PGlite.create();
// It opens as after a crash. The timer that reports how that goes would never end, nor would a program.
await database.exec('ALTER SYSTEM SET log_startup_progress_interval = 0');
await database.exec('CHECKPOINT');
const folder = await database.dumpDataDir('none');
await database.close();
const tar = new Uint8Array(await folder.arrayBuffer());
const parts = packImage(tar, (content) =>
  crypto.createHash('sha256').update(content).digest('hex'),
);
await writeFile(file, await promisify(gzip)(Buffer.concat(parts), { level: 9 }));
