import type { Engine, EngineId } from './contract.ts';
import { EngineError } from './errors.ts';

/** The only door to the engines: each is fetched when somebody asks for it. */
const makers: Record<EngineId, () => Promise<Engine>> = {
  embedded: async () => {
    const { EmbeddedEngine } = await import('../engines/embedded/embedded-engine.ts');
    return new EmbeddedEngine();
  },
  webcontainer: async () => {
    const { WebContainerEngine } = await import('../engines/webcontainer/webcontainer-engine.ts');
    return new WebContainerEngine();
  },
};

/** @throws {EngineError} `did-not-load` */
export async function loadEngine(id: EngineId): Promise<Engine> {
  try {
    return await makers[id]();
  } catch (cause) {
    throw new EngineError('did-not-load', undefined, { cause });
  }
}
