import { capabilityNames, type Engine } from '../engine/contract.ts';
import { loadEngine } from '../engine/load-engine.ts';
import { ChosenEngine, type EngineNews } from '../session/chosen-engine.ts';

/** Name of the event at a run block that says which engine runs, and how far its start is. */
export const engineEvent = 'playground-engine';

/**
 * The engine of a run block: the one that its `data-engine` names, the embedded one without it, as
 * long as it has what `data-needs` lists.
 */
export async function openEngine(host: HTMLElement): Promise<Engine> {
  return new ChosenEngine({
    load: loadEngine,
    wish: () => {
      const needed = host.dataset['needs']?.split(' ') ?? [];
      return {
        wanted: host.dataset['engine'] === 'webcontainer' ? 'webcontainer' : 'embedded',
        needs: capabilityNames.filter((name) => needed.includes(name)),
      };
    },
    tell: (detail) => host.dispatchEvent(new CustomEvent<EngineNews>(engineEvent, { detail })),
  });
}
