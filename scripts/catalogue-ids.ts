/** Writes `src/catalogue/ids.ts` from the catalogue: run it when a capability is added or renamed. */
import { writeFileSync } from 'node:fs';
import { renderIds } from '../src/catalogue/load/render-ids.ts';

writeFileSync('src/catalogue/ids.ts', renderIds(process.cwd()));
