import list from './support.json' with { type: 'json' };

/** Names that a module exports, by what the engine does with them. */
export interface ModuleSupport {
  readonly has: readonly string[];
  /** What refuses by name once it is used, with a dot for what stands inside an export. */
  readonly refused: readonly string[];
  readonly missing: readonly string[];
}

export interface SupportList {
  /** The Node.js that it was compared with. */
  readonly node: string;
  /** Module, without `node:`, or `globals` → its names. */
  readonly modules: Readonly<Record<string, ModuleSupport>>;
  /** Modules of Node.js that cannot be imported, without `node:`. */
  readonly lacking: readonly string[];
}

/** What `UPDATE_SUPPORT=1` wrote: `tests/engine/support.spec.ts` holds it against engine and Node. */
export const supportList: SupportList = list;
