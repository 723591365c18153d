// @ts-check
import { handOverFromEntry } from './bootstrap/hand-over.mjs';

await handOverFromEntry('scripts/test.ts', process.argv.slice(2));
