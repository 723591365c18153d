import type { Architecture } from '../model/architecture.ts';
import { layout } from './container-layout.ts';
import type { DiagramNode, DiagramText } from './diagram.ts';
import { box, cylinder, frame, lines } from './shapes.ts';

const { margin, frameWidth, frameTop } = layout;

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
  const each = replicasOfEach(deployables.map(({ replicas }) => replicas));
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

/** As in "2 replicas each"; where one service carries more than the others, "2 to 12 replicas each". */
function replicasOfEach(replicas: readonly number[]): string {
  const least = Math.min(...replicas);
  const most = Math.max(...replicas);
  if (least < most) return `${least} to ${most} replicas each`;
  return most === 1 ? 'one replica each' : `${most} replicas each`;
}

function twoLines(node: DiagramNode, first: string, second: string): DiagramNode {
  const x = node.x + node.width / 2;
  const texts: DiagramText[] = [
    { text: first, x, y: node.y + 17, anchor: 'middle', strong: true },
    { text: second, x, y: node.y + 32, anchor: 'middle', strong: false },
  ];
  return { ...node, texts };
}
