import type { MdastPluginDefinition } from 'satteri';
import { keepUnits } from '../ui/inline-text.ts';

/** Prose keeps numbers and units on one line, as the data of a page does. */
export const unitsPlugin: MdastPluginDefinition = {
  name: 'units',
  text(node) {
    const value = keepUnits(node.value);
    return value === node.value ? undefined : { type: 'text', value };
  },
};
