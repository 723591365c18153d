/** `npm run dev`: serves the site and rebuilds what changes. Arguments go to Astro. */
import { astro } from './build/astro.ts';

process.exitCode = await astro(['dev', ...process.argv.slice(2)]);
