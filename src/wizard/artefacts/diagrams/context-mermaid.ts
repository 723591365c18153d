import type { RecordContext } from '../adr.ts';
import { mermaidId, quotedText } from './mermaid-text.ts';

/** Who uses the system and what it uses, without looking into it (C4's first level, as a flowchart). */
export function contextMermaid({ architecture }: RecordContext): string {
  const { name, actors, dependencies, connections, deployables, edge, capabilities } = architecture;
  const inside = new Set([edge.id, ...deployables.map(({ id }) => id)]);
  const uses = dependencies.map(({ id, label, note }) => {
    const how = connections.find(({ from, to }) => inside.has(from) && to === id)?.label ?? note;
    return { id, label, note, how };
  });
  const does = capabilities.map((each) => each.name).join(', ');
  return [
    '%% Context: made from the actors, capabilities and outside systems of architecture.json',
    'flowchart TB',
    ...actors.map(({ id, name: said }) => `  ${mermaidId(id)}(["${quotedText(said)}"])`),
    `  system["${quotedText(name)}<br/>${quotedText(does)}"]`,
    ...uses.map(
      ({ id, label, note }) =>
        `  ${mermaidId(id)}["${quotedText(label)}<br/>${quotedText(note)}<br/>run by others"]`,
    ),
    ...actors.map(
      ({ id, identity }) =>
        `  ${mermaidId(id)} -->|"HTTPS, proves itself by ${quotedText(identity)}"| system`,
    ),
    ...uses.map(({ id, how }) => `  system -->|"${quotedText(how)}"| ${mermaidId(id)}`),
    ...uses.map(({ id }) => `  style ${mermaidId(id)} stroke-dasharray: 4 3`),
    '',
  ].join('\n');
}
