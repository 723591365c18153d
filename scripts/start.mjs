// @ts-check
import { handOverFromEntry } from './bootstrap/hand-over.mjs';

await handOverFromEntry('scripts/start.ts', process.argv.slice(2));
