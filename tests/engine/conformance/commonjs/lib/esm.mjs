import counter, { next } from './counter.js';
import * as all from './named.cjs';
import fallback, {
  one,
  two as second,
  default as again,
  'module.exports' as whole,
} from './named.cjs';
export default 'the default';
export const named = [
  one,
  second,
  fallback === again,
  fallback === whole,
  Object.keys(all),
  counter.next === next,
];
