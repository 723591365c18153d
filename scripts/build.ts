/** `npm run build`: the finished site in dist/. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite, ROOT } from './build/site.ts';

const { values } = parseArgs({
  options: {
    outDir: { type: 'string', default: 'dist' },
    'accept-inline': { type: 'boolean', default: false },
    precompress: { type: 'boolean', default: false },
  },
});

try {
  await buildSite({
    outDir: resolve(ROOT, values.outDir),
    acceptInline: values['accept-inline'],
    precompress: values.precompress,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
