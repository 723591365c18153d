import type { Helper } from '../model/architecture.ts';
import { layout } from './container-layout.ts';
import type { DiagramNode, DiagramText } from './diagram.ts';
import { box, cylinder, frame, lines } from './shapes.ts';
import { shortLabel } from './shown.ts';
import type { Shown } from './shown.ts';

const { margin, frameWidth, frameTop } = layout;

/** Some nodes, and where the lowest of them ends. */
export interface Block {
  readonly nodes: readonly DiagramNode[];
  readonly bottom: number;
}

/** One deployable with its modules inside, or one row for each of several deployables. */
export function mainFrame(architecture: Shown): Block {
  return architecture.deployables.length === 1
    ? singleDeployable(architecture)
    : severalDeployables(architecture);
}

/** Modules stand two in a row, at most six of them; the last place says how many more there are. */
const modulePlaces = 6;

function singleDeployable({ deployables }: Shown): Block {
  const [app] = deployables;
  if (app === undefined) return { nodes: [], bottom: frameTop };
  const modules = moduleTexts(app.modules).map((name, index) =>
    lines(
      box(`app/module/${index}`, 14 + (index % 2) * 106, moduleTop(index), 98, 30, []),
      [name],
      false,
    ),
  );
  const helpersTop = moduleTop(modules.length + (modules.length % 2));
  const helpers = app.helpers.map(({ kind, label }, index) =>
    lines(
      box(`app/${kind}`, 14, helpersTop + index * 36, 204, 30, []),
      [helperText(kind, label)],
      false,
    ),
  );
  const bottom = helpersTop + helpers.length * 36 + 4;
  const outer = frame(
    'main',
    margin,
    frameTop,
    frameWidth,
    bottom - frameTop,
    app.label,
    replicasText(app.replicas),
    app.replicas > 1,
  );
  return { nodes: [outer, ...modules, ...helpers], bottom };
}

function moduleTop(index: number): number {
  return frameTop + 32 + Math.floor(index / 2) * 36;
}

function moduleTexts(modules: readonly string[]): readonly string[] {
  const short = modules.map((name) => shortLabel(name, 14));
  if (short.length <= modulePlaces) return short;
  const shown = short.slice(0, modulePlaces - 1);
  return [...shown, `${short.length - shown.length} more`];
}

function helperText(kind: Helper['kind'], label: string): string {
  return kind === 'worker' ? 'worker: what may happen later' : label;
}

function replicasText(replicas: number): string {
  return replicas === 1 ? 'one deployable' : `one deployable, ${replicas} replicas`;
}

function severalDeployables({ deployables, stores, further }: Shown): Block {
  const each = replicasOfEach(deployables.map(({ replicas }) => replicas));
  const rows = deployables.flatMap((deployable, index) => {
    const y = frameTop + 32 + index * 58;
    const own = stores.some(({ id }) => id === `${deployable.id}-db`);
    const stands = index === deployables.length - 1 ? further : 0;
    const room = own ? 17 : 27;
    const name =
      stands > 0
        ? `${shortLabel(deployable.label, room - 5)} + ${stands}`
        : shortLabel(deployable.label, room);
    const owner = stands > 0 ? 'a team each' : deployable.owner;
    const runs = deployable.helpers.some(({ kind }) => kind === 'saga-orchestrator');
    const note = runs ? `${owner}, runs sagas` : owner;
    const node = twoLines(
      box(deployable.id, 14, y, own ? 134 : 204, 40, [], stands > 0),
      name,
      note,
    );
    return own ? [node, cylinder(`${deployable.id}-db`, 172, y - 3, 46, 46, ['SQL'])] : [node];
  });
  const height = 32 + deployables.length * 58 - 4;
  const outer = frame(
    'main',
    margin,
    frameTop,
    frameWidth,
    height,
    `${deployables.length + further} services`,
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
