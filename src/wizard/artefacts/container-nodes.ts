import type { Architecture, Dependency } from '../model/architecture.ts';
import { layout } from './container-layout.ts';
import type { DiagramNode, DiagramText } from './diagram.ts';
import { box, cylinder, frame, lines, pill, queue, textWidth } from './shapes.ts';

const { margin, frameWidth, frameTop, sideLeft, sideWidth } = layout;

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

/** Some nodes, and where the lowest of them ends. */
export interface Block {
  readonly nodes: readonly DiagramNode[];
  readonly bottom: number;
}

/** One deployable with its modules inside, or one row for each of several deployables. */
export function mainFrame(architecture: Architecture): Block {
  return architecture.deployables.length === 1
    ? singleDeployable(architecture)
    : severalDeployables(architecture);
}

function singleDeployable({ deployables }: Architecture): Block {
  const [app] = deployables;
  if (app === undefined) return { nodes: [], bottom: frameTop };
  const modules = app.modules.filter((name) => name.startsWith('module'));
  const helpers = app.modules.filter((name) => !name.startsWith('module'));
  const moduleNodes = modules.map((name, index) =>
    lines(box(`app/${name}`, 14 + index * 71, frameTop + 32, 62, 32, []), [name], false),
  );
  const helperNodes = helpers.map((name, index) =>
    lines(
      box(`app/${name}`, 14, frameTop + 73 + index * 38, 204, 30, []),
      [helperText(name)],
      false,
    ),
  );
  const height = 76 + helpers.length * 38;
  const outer = frame(
    'main',
    margin,
    frameTop,
    frameWidth,
    height,
    app.label,
    replicasText(app.replicas),
    app.replicas > 1,
  );
  return { nodes: [outer, ...moduleNodes, ...helperNodes], bottom: frameTop + height };
}

function helperText(name: string): string {
  return name === 'worker' ? 'worker: what may happen later' : 'cache in the process';
}

function replicasText(replicas: number): string {
  return replicas === 1 ? 'one deployable' : `one deployable, ${replicas} replicas`;
}

function severalDeployables({ deployables, stores }: Architecture): Block {
  const count = deployables.reduce((sum, { alike }) => sum + 1 + alike, 0);
  const replicas = deployables[0]?.replicas ?? 1;
  const each = replicas === 1 ? 'one replica each' : `${replicas} replicas each`;
  const rows = deployables.flatMap((deployable, index) => {
    const y = frameTop + 32 + index * 58;
    const own = stores.some(({ id }) => id === `${deployable.id}-db`);
    const several = deployable.alike > 0;
    const name = several ? `${deployable.label} + ${deployable.alike}` : deployable.label;
    const owner = several ? 'a team each' : deployable.owner;
    const note = deployable.modules.length > 0 ? `${owner}, runs sagas` : owner;
    const node = twoLines(box(deployable.id, 14, y, own ? 134 : 204, 40, [], several), name, note);
    return own ? [node, cylinder(`${deployable.id}-db`, 172, y - 3, 46, 46, ['SQL'])] : [node];
  });
  const height = 32 + deployables.length * 58 - 4;
  const outer = frame(
    'main',
    margin,
    frameTop,
    frameWidth,
    height,
    `${count} services`,
    each,
    false,
  );
  return { nodes: [outer, ...rows], bottom: frameTop + height };
}

function twoLines(node: DiagramNode, first: string, second: string): DiagramNode {
  const x = node.x + node.width / 2;
  const texts: DiagramText[] = [
    { text: first, x, y: node.y + 17, anchor: 'middle', strong: true },
    { text: second, x, y: node.y + 32, anchor: 'middle', strong: false },
  ];
  return { ...node, texts };
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
  return [...databases, ...carriers, ...caches];
}
