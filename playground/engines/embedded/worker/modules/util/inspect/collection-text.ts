import { types } from '../types.ts';
import { previewEntries } from './iterator-preview.ts';
import { indented, remainingText, type Inspection } from './inspection.ts';
import { layOut } from './layout.ts';
import { bigintText, numberText } from './primitives.ts';
import { promiseState } from './promise-states.ts';
import { elementText } from './properties.ts';

/** What is in arrays, maps, sets, bytes and promises. */

type Texts = string[];

const largestIndex = 2 ** 32 - 2;

/** How many of a number of items are shown. */
function limit({ maxArrayLength }: Inspection, count: number): number {
  return Math.min(Math.max(0, maxArrayLength), count);
}

function emptyText({ stylize }: Inspection, count: number): string {
  return stylize(`<${count} empty item${count > 1 ? 's' : ''}>`, 'undefined');
}

/** The rest of an array from its first hole on. */
function sparseTexts(
  inspection: Inspection,
  array: readonly unknown[],
  level: number,
  most: number,
  output: Texts,
): Texts {
  let index = output.length;
  for (const key of Object.keys(array).slice(index)) {
    const at = Number(key);
    if (output.length >= most || at > largestIndex || !/^(?:0|[1-9]\d*)$/.test(key)) break;
    if (at !== index) {
      output.push(emptyText(inspection, at - index));
      index = at;
      if (output.length >= most) break;
    }
    output.push(elementText(inspection, array, key, level));
    index++;
  }
  const left = array.length - index;
  if (left > 0)
    output.push(output.length === most ? remainingText(left) : emptyText(inspection, left));
  return output;
}

export function arrayTexts(inspection: Inspection, array: readonly unknown[], level: number) {
  const most = limit(inspection, array.length);
  const output: Texts = [];
  for (let index = 0; index < most; index++) {
    if (!Object.hasOwn(array, index)) return sparseTexts(inspection, array, level, most, output);
    output.push(elementText(inspection, array, index, level));
  }
  if (array.length > most) output.push(remainingText(array.length - most));
  return output;
}

export function typedArrayTexts(inspection: Inspection, array: ArrayLike<number | bigint>): Texts {
  const { stylize, numericSeparator } = inspection;
  const most = limit(inspection, array.length);
  const output = Array.from({ length: most }, (_, index) => {
    const value = array[index] ?? 0;
    return typeof value === 'number'
      ? stylize(numberText(value, numericSeparator), 'number')
      : stylize(bigintText(value, numericSeparator), 'bigint');
  });
  if (array.length > most) output.push(remainingText(array.length - most));
  return output;
}

/** Shows the first items of a number, and says how many more there are. */
function someTexts<Item>(
  inspection: Inspection,
  items: Iterable<Item>,
  count: number,
  show: (item: Item) => string,
): Texts {
  const most = limit(inspection, count);
  const output: Texts = [];
  indented(inspection, 2, () => {
    for (const item of items) {
      if (output.length >= most) break;
      output.push(show(item));
    }
  });
  if (count > most) output.push(remainingText(count - most));
  return output;
}

export function setTexts(
  inspection: Inspection,
  set: ReadonlySet<unknown>,
  size: number,
  level: number,
): Texts {
  const values = Set.prototype.values.call(set);
  return someTexts(inspection, values, size, (value) => inspection.show(value, level));
}

export function mapTexts(
  inspection: Inspection,
  map: ReadonlyMap<unknown, unknown>,
  size: number,
  level: number,
): Texts {
  const entries = Map.prototype.entries.call(map) as Iterable<[unknown, unknown]>;
  return someTexts(inspection, entries, size, ([key, value]) => {
    return `${inspection.show(key, level)} => ${inspection.show(value, level)}`;
  });
}

/** @param braces their beginning says what is iterated */
export function iteratorTexts(
  inspection: Inspection,
  iterator: Iterator<unknown>,
  level: number,
  braces: [string, string],
): Texts {
  const { items, areEntries } = previewEntries(iterator);
  if (!areEntries)
    return someTexts(inspection, items, items.length, (value) => inspection.show(value, level));
  braces[0] = braces[0].replace(/ Iterator\] \{$/, ' Entries] {');
  return someTexts(inspection, items as [unknown, unknown][], items.length, (entry) => {
    const output = entry.map((value) => inspection.show(value, level));
    return layOut(inspection, { output, base: '', braces: ['[', ']'], listing: 'elements' }, level);
  });
}

export function bytesTexts(inspection: Inspection, buffer: ArrayBufferLike): Texts {
  const { stylize, maxArrayLength } = inspection;
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(buffer);
  } catch {
    return [stylize('(detached)', 'special')];
  }
  const shown = [...bytes.subarray(0, limit(inspection, bytes.length))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(' ');
  const left = bytes.length - maxArrayLength;
  const more = left > 0 ? ` ... ${left} more byte${left > 1 ? 's' : ''}` : '';
  return [`${stylize('[Uint8Contents]', 'special')}: <${shown}${more}>`];
}

export function promiseTexts(inspection: Inspection, promise: object, level: number): Texts {
  const { stylize } = inspection;
  const state = promiseState(promise);
  if (state === undefined) return [stylize('<pending>', 'special')];
  const text = indented(inspection, 2, () => inspection.show(state.value, level));
  return [state.rejected ? `${stylize('<rejected>', 'special')} ${text}` : text];
}

/** Code cannot look into what is held weakly. */
export function weakTexts({ stylize }: Inspection): Texts {
  return [stylize('<items unknown>', 'special')];
}

const viewKeys = ['BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer'] as const;

/** Getters of buffers and views that are shown as if they were properties. */
export function bufferKeys(value: object, showHidden: boolean): readonly string[] {
  if (types.isTypedArray(value)) return showHidden ? viewKeys : [];
  if (types.isDataView(value)) return viewKeys.slice(2);
  return types.isAnyArrayBuffer(value) ? ['byteLength'] : [];
}
