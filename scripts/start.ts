/** `npm start`: builds the site and serves it. */
import { join } from 'node:path';
import { buildSite, ROOT } from './build/site.ts';
import { serveSite } from './serve.ts';

const outDir = join(ROOT, 'dist');
try {
  await buildSite({ outDir, acceptInline: false, precompress: false });
  await serveSite(outDir);
  console.log('Ctrl-C ends it.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
