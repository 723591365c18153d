/**
 * `npm run build`: builds the site into `dist/`. `--out-dir <folder>` builds elsewhere, `--precompress`
 * lays .br and .gz beside the files, `--accept-inline` allows the inline scripts of now.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from './build/site.ts';

const { values } = parseArgs({
  options: {
    'out-dir': { type: 'string', default: 'dist' },
    'accept-inline': { type: 'boolean', default: false },
    precompress: { type: 'boolean', default: false },
  },
});

try {
  await buildSite({
    outDir: resolve(values['out-dir']),
    acceptInline: values['accept-inline'],
    precompress: values.precompress,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
