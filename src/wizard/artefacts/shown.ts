import type { Architecture, Channel, Deployable, Dependency } from '../model/architecture.ts';
import { counted } from '../../lib/text.ts';

/** Drawn one by one; further ones are counted. */
const limits = { deployables: 3, dependencies: 4, letters: 24 } as const;

/** An architecture small enough to be read at a glance. */
export interface Shown extends Architecture {
  /** How many further deployables the last one stands for. */
  readonly further: number;
}

/** Leaves out what a drawing has no room for, and what is connected to nothing else. */
export function shownParts(architecture: Architecture): Shown {
  const deployables = architecture.deployables.slice(0, limits.deployables).map(shortened);
  const inside = new Set(deployables.map(({ id }) => id));
  const stores = architecture.stores.filter(
    ({ kind, schemas }) => kind !== 'database' || schemas.some(({ writer }) => inside.has(writer)),
  );
  const channels = oneQueue(architecture.channels);
  const dependencies = fewDependencies(architecture.dependencies);
  const kept = new Map<string, string>(
    [...architecture.actors, architecture.edge, ...deployables, ...stores].map(({ id }) => [
      id,
      id,
    ]),
  );
  for (const { id } of architecture.channels) kept.set(id, channels[0]?.id ?? id);
  architecture.dependencies.forEach(({ id }, index) => {
    kept.set(id, dependencies[Math.min(index, dependencies.length - 1)]?.id ?? id);
  });
  return {
    ...architecture,
    deployables,
    stores,
    channels,
    dependencies,
    connections: architecture.connections.flatMap((each) => {
      const from = kept.get(each.from);
      const to = kept.get(each.to);
      return from === undefined || to === undefined ? [] : [{ ...each, from, to }];
    }),
    further: architecture.deployables.length - deployables.length,
  };
}

/** Cut after so many letters, as in "customer relations…". */
export function shortLabel(label: string, letters: number = limits.letters): string {
  return label.length <= letters ? label : `${label.slice(0, letters - 1).trimEnd()}…`;
}

function shortened(deployable: Deployable): Deployable {
  return { ...deployable, label: shortLabel(deployable.label) };
}

/** Queues look alike, so one stands for all. */
function oneQueue(channels: readonly Channel[]): readonly Channel[] {
  const [first] = channels;
  if (first === undefined || channels.length === 1) return channels;
  return [{ ...first, label: counted(channels.length, 'queue') }];
}

function fewDependencies(dependencies: readonly Dependency[]): readonly Dependency[] {
  const short = dependencies.map((each) => ({ ...each, label: shortLabel(each.label) }));
  if (short.length <= limits.dependencies) return short;
  const first = short.slice(0, limits.dependencies - 1);
  const others = short.length - first.length;
  const last = short[first.length];
  return last === undefined ? first : [...first, { ...last, label: `${others} more systems` }];
}
