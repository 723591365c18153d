import type { PerformanceEntry } from './entries.ts';

/** What the program's timeline keeps, and who is told of it. */

/** Who is told of an entry as it comes. */
export interface Watcher {
  offer(entry: PerformanceEntry): void;
}

const kept: Record<'mark' | 'measure' | 'resource', PerformanceEntry[]> = {
  mark: [],
  measure: [],
  resource: [],
};

export type KeptType = keyof typeof kept;

export const watchers = new Set<Watcher>();

/** In the order of their beginnings; of two that began together, in that of their kinds. */
function inOrder(entries: readonly PerformanceEntry[]): PerformanceEntry[] {
  return entries.toSorted((one, other) => one.startTime - other.startTime);
}

export function tell(entry: PerformanceEntry): void {
  for (const watcher of watchers) watcher.offer(entry);
}

export function keep(type: KeptType, entry: PerformanceEntry): void {
  kept[type].push(entry);
}

export function keptCount(type: KeptType): number {
  return kept[type].length;
}

/** @param name undefined: every name @param type undefined: every kind */
export function entriesOf(name?: string, type?: string): PerformanceEntry[] {
  const kinds = type === undefined ? (Object.keys(kept) as KeptType[]) : [type].filter(isKept);
  const all = kinds.flatMap((kind) => kept[kind]);
  return inOrder(name === undefined ? all : all.filter((entry) => entry.name === name));
}

function isKept(type: string): type is KeptType {
  return Object.hasOwn(kept, type);
}

/** @param name undefined: all */
export function forget(type: KeptType, name?: string): void {
  kept[type] = name === undefined ? [] : kept[type].filter((entry) => entry.name !== name);
}
