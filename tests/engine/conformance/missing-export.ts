// A name that the other module does not export.
import { count, total } from './lib/counter.ts';
console.log('never', count, total);
