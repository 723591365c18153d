import type { Architecture, Dependency } from '../model/architecture.ts';
import type { Block } from './container-frame.ts';
import { layout } from './container-layout.ts';
import type { DiagramNode } from './diagram.ts';
import { box, cylinder, pill, queue, textWidth } from './shapes.ts';

const { margin, frameTop, sideLeft, sideWidth } = layout;

/** Clients in one pill, and the edge beside it. */
export function topRow({ actors, edge }: Architecture): readonly DiagramNode[] {
  const names = actors.map(({ label }) => label);
  const texts =
    names.length <= 2
      ? [names.length === 0 ? 'no client yet' : names.join(', ')]
      : [
          `${names.slice(0, 3).join(', ')}${names.length > 3 ? ',' : ''}`,
          names.slice(3).join(', '),
        ];
  const shown = texts.filter((text) => text !== '');
  const pillWidth = Math.max(...shown.map(textWidth)) + 26;
  const x = margin + pillWidth + 28;
  const edgeTexts = inTwoLines(edge.label, layout.width - margin - x);
  return [
    pill('clients', margin, 2, pillWidth, 38, shown),
    box('edge', x, 2, boxWidth(edgeTexts), 38, edgeTexts),
  ];
}

/** Breaks "CDN and load balancer" after the "and" where it does not fit in one line. */
function inTwoLines(label: string, room: number): readonly string[] {
  const cut = label.indexOf(' and ') + ' and '.length;
  return boxWidth([label]) <= room || !label.includes(' and ')
    ? [label]
    : [label.slice(0, cut).trim(), label.slice(cut)];
}

function boxWidth(texts: readonly string[]): number {
  return Math.max(...texts.map(textWidth)) + 22;
}

/** Systems that others run, one below the other. */
export function sideColumn(dependencies: readonly Dependency[]): Block {
  const nodes = dependencies.map((dependency, index) => {
    const words = dependency.label.split(' ');
    const texts = [words.slice(0, -1).join(' '), words.at(-1) ?? ''].filter((text) => text !== '');
    const y = frameTop + 22 + index * 66;
    return { ...box(dependency.id, sideLeft, y, sideWidth, 48, texts), outside: true };
  });
  return { nodes, bottom: frameTop + 22 + nodes.length * 66 - 18 };
}

/** Shared stores, and where messages wait. */
export function bottomRow(
  { stores, channels, deployables }: Architecture,
  y: number,
): readonly DiagramNode[] {
  const isAlone = deployables.length === 1;
  const ownDatabases = new Set(isAlone ? [] : deployables.map(({ id }) => `${id}-db`));
  const shared = stores.filter((store) => !ownDatabases.has(store.id));
  const databases = shared
    .filter((store) => store.kind === 'database')
    .map((store) => cylinder(store.id, margin, y, 150, 60, [store.label, store.note]));
  const carriers = channels
    .filter((channel) => channel.kind !== 'job-table')
    .map((channel) => queue(channel.id, 166, y + 10, 112, 44, [channel.label]));
  const caches = shared
    .filter((store) => store.kind === 'cache')
    .map((store) => cylinder(store.id, sideLeft, y, sideWidth, 60, [store.label, 'shared']));
  const backplanes = shared
    .filter((store) => store.kind === 'backplane')
    .map((store) => {
      const [x, below] = placeOfBackplane(carriers.length > 0, caches.length > 0);
      return queue(store.id, x, y + below, x < sideLeft ? 124 : sideWidth, 44, [store.label]);
    });
  return [...databases, ...carriers, ...backplanes, ...caches];
}

/** Where the queue stands, else beside it, else below it: `toBottom` leads the line past the queue. */
function placeOfBackplane(hasCarrier: boolean, hasCache: boolean): readonly [x: number, y: number] {
  if (!hasCarrier) return [166, 10];
  return hasCache ? [134, 76] : [sideLeft, 10];
}
