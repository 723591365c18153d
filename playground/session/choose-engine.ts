import type { Capability, Engine, EngineId } from '../engine/contract.ts';

/** What a page and its example ask for. */
export interface Wish {
  readonly wanted: EngineId;
  readonly needs: readonly Capability[];
}

export interface Choice {
  readonly id: EngineId;
  readonly engine: Engine;
  /** Why it is not the wanted one, or what it lacks: a sentence. */
  readonly why?: string;
}

/** The engine that runs everywhere: what another cannot do falls to it. */
export const fallbackId = 'embedded' satisfies EngineId;

const needTexts: Readonly<Record<Capability, string>> = {
  'async-context': 'a context that outlives await (AsyncLocalStorage)',
  websocket: 'WebSockets',
  'npm-install': 'packages from npm',
  shell: 'a shell',
  preview: 'a preview of its pages',
  'separate-stderr': 'stderr apart from stdout',
};

/**
 * The wanted engine, where it can start here and has what the example needs; else the fallback.
 * @throws {EngineError} `did-not-load`
 */
export async function chooseEngine(
  { wanted, needs }: Wish,
  load: (id: EngineId) => Promise<Engine>,
): Promise<Choice> {
  const engine = await load(wanted);
  const why = objection(engine, needs);
  if (why === undefined) return { id: wanted, engine };
  if (wanted === fallbackId) return { id: wanted, engine, why };
  engine.dispose();
  return { id: fallbackId, engine: await load(fallbackId), why };
}

function objection(engine: Engine, needs: readonly Capability[]): string | undefined {
  const support = engine.support();
  if (!support.ok) return support.why;
  const missing = needs.filter((need) => !engine.capabilities.has(need));
  if (missing.length === 0) return undefined;
  const names = missing.map((need) => needTexts[need]).join(' and ');
  const name = engine.label.charAt(0).toUpperCase() + engine.label.slice(1);
  return `${name} lacks ${names}, which this example needs.`;
}
