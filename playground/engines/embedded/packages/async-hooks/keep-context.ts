import { apply } from '../../worker/linker/scan.ts';
import { rewriteAwaits } from './rewrite-awaits.ts';

/** A text that keeps the async context across its `await`s. */
export function keepContext(text: string): string {
  return apply(text, rewriteAwaits(text)).text;
}
