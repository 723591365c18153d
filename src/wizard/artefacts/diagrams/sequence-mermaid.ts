import type { Architecture } from '../../model/architecture.ts';
import type { RecordContext } from '../adr.ts';
import { partNames } from '../part-names.ts';
import { keyScene, unknownCaller } from './key-scene.ts';
import { mermaidId, messageText } from './mermaid-text.ts';
import type { Scene, SceneLine } from './scene.ts';

/** The key sequence as Mermaid text. */
export function sequenceMermaid({ architecture }: RecordContext): string {
  const scene = keyScene(architecture);
  const names = partNames(architecture);
  const callers = new Set([...architecture.actors.map(({ id }) => id), unknownCaller]);
  return [
    `%% Key sequence: ${messageText(scene.title)}`,
    '%% Made from the operations, flows, messages and calls of architecture.json',
    'sequenceDiagram',
    '  autonumber',
    ...participants(scene, architecture).map((id) => {
      const word = callers.has(id) ? 'actor' : 'participant';
      return `  ${word} ${mermaidId(id)} as ${messageText(names.get(id) ?? id)}`;
    }),
    ...scene.lines.map((line) => `  ${lineText(line)}`),
    '',
  ].join('\n');
}

/** Everybody who takes part, in the order in which they come in; at least one, or it is no diagram. */
export function participants(scene: Scene, { deployables }: Architecture): readonly string[] {
  const ids = scene.lines.flatMap((line) => {
    if ('from' in line) return [line.from, line.to];
    return 'at' in line ? [line.at] : [];
  });
  const known = [...new Set(ids)];
  return known.length > 0 ? known : deployables.slice(0, 1).map(({ id }) => id);
}

const arrows = { call: '->>', reply: '-->>', message: '-)' } as const;

function lineText(line: SceneLine): string {
  switch (line.kind) {
    case 'call':
    case 'reply':
    case 'message':
      return `${mermaidId(line.from)}${arrows[line.kind]}${mermaidId(line.to)}: ${messageText(line.text)}`;
    case 'note':
      return `Note over ${mermaidId(line.at)}: ${messageText(line.text)}`;
    case 'alt':
    case 'else':
    case 'opt':
    case 'end':
      return `${line.kind} ${messageText(line.text)}`.trimEnd();
  }
}
