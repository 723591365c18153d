// Everything is linked before anything runs.
import { absent } from './lib/nowhere.ts';
console.log('never', absent);
