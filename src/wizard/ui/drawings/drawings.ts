import { contextMermaid } from '../../artefacts/diagrams/context-mermaid.ts';
import { keyScene } from '../../artefacts/diagrams/key-scene.ts';
import { sequenceMermaid } from '../../artefacts/diagrams/sequence-mermaid.ts';
import { partNames } from '../../artefacts/part-names.ts';
import type { RecordContext } from '../../artefacts/adr.ts';

/** A drawing as Mermaid text, and the same in words. */
export interface Drawing {
  readonly id: 'context' | 'sequence';
  readonly title: string;
  readonly source: string;
  readonly words: readonly string[];
}

/** The context and the key sequence of an architecture. */
export function drawings(context: RecordContext): readonly Drawing[] {
  const scene = keyScene(context.architecture);
  return [
    {
      id: 'context',
      title: 'Context: who uses it, and what it uses',
      source: contextMermaid(context),
      words: contextInWords(context),
    },
    {
      id: 'sequence',
      title: `Key sequence: ${scene.title}`,
      source: sequenceMermaid(context),
      words: sequenceInWords(context),
    },
  ];
}

function contextInWords({ architecture }: RecordContext): readonly string[] {
  const { name, actors, dependencies } = architecture;
  return [
    ...actors.map((actor) => `${actor.name} uses ${name} and proves itself by ${actor.identity}.`),
    ...dependencies.map(({ label, note }) => `${name} uses ${label} (${note}), run by others.`),
  ];
}

function sequenceInWords({ architecture }: RecordContext): readonly string[] {
  const names = partNames(architecture);
  const called = (id: string): string => names.get(id) ?? id;
  const verbs = { call: 'calls', reply: 'answers', message: 'sends a message to' } as const;
  const opening = { alt: 'If', else: 'Or if', opt: 'Perhaps', end: '' } as const;
  return keyScene(architecture).lines.flatMap((line) => {
    if ('from' in line) {
      return [`${called(line.from)} ${verbs[line.kind]} ${called(line.to)}: ${line.text}`];
    }
    if ('at' in line) return [`${called(line.at)}: ${line.text}`];
    return line.kind === 'end' ? [] : [`${opening[line.kind]}: ${line.text}`];
  });
}
