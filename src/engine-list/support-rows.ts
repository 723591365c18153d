/** The rows of the public list of what the built-in engine supports. */
import { supportList, type ModuleSupport } from '../../playground/engines/embedded/support-list.ts';

export interface SupportRow {
  /** As a program imports it, `node:fs`; `globals` for the names of the global scope. */
  readonly name: string;
  /** Numbers of names. */
  readonly supported: number;
  readonly total: number;
  readonly refused: readonly string[];
  readonly missing: readonly string[];
}

/** Names of the global scope, which `support.json` has as a module of its own. */
const globalScope = 'globals';

/** `snapshot.setResolveSnapshotPath` is no export: it stands inside one that is there. */
const isExport = (name: string): boolean => !name.includes('.');

function rowOf(module: string, { has, refused, missing }: ModuleSupport): SupportRow {
  const total = has.length + refused.filter(isExport).length + missing.length;
  const name = module === globalScope ? module : `node:${module}`;
  return { name, supported: has.length, total, refused, missing };
}

/** One row a module in the order of the alphabet, the global scope last. */
export const supportRows: readonly SupportRow[] = Object.entries(supportList.modules)
  .map(([module, support]) => rowOf(module, support))
  .sort((a, b) => Number(a.name === globalScope) - Number(b.name === globalScope));

const sumOf = (count: (row: SupportRow) => number): number =>
  supportRows.reduce((sum, row) => sum + count(row), 0);

/** Numbers of names, of all modules together. */
export const supportTotals = {
  supported: sumOf((row) => row.supported),
  total: sumOf((row) => row.total),
};

/** Modules of Node.js that cannot be imported. */
export const lackingModules: readonly string[] = supportList.lacking.map((name) => `node:${name}`);

/** Such as `v24.21.0`. */
export const followedNode: string = supportList.node;
