import type { ExtraView } from '../extras/extra.ts';
import { ComparePart } from './compare-part.ts';

/** The comparison as a part of the result. */
export function compareExtra(): ExtraView {
  const part = new ComparePart();
  return (context) => part.view(context);
}
