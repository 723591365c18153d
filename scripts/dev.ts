/** `npm run dev`: the site from its sources, rebuilt as they change. Arguments go to Astro. */
import { astro } from './build/astro.ts';

process.exitCode = await astro(['dev', ...process.argv.slice(2)]);
