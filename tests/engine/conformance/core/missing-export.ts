// A name that the other module does not export.
// @ts-expect-error: that is what it is about.
import { count, total } from './lib/counter.ts';
console.log('never', count, total);
