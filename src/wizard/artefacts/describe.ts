import type { Architecture } from '../model/architecture.ts';
import { joinWords } from '../model/fact-words.ts';
import { capitalized } from '../../lib/text.ts';

/** The container diagram in a few sentences, for people who do not see it. */
export function describe(architecture: Architecture): string {
  const { actors, edge, deployables, stores, channels, dependencies } = architecture;
  const who = actors.length === 0 ? 'no client' : joinWords(actors.map(({ name }) => name));
  const system = deployables
    .map(
      ({ label, replicas }) =>
        `${label} in ${replicas === 1 ? 'one replica' : `${replicas} replicas`}`,
    )
    .join('; ');
  const sentences = [
    `${capitalized(who)} ${actors.length > 1 || who.endsWith('s') ? 'call' : 'calls'} over HTTPS through the ${edge.label}.`,
    `Behind it: ${system}.`,
    `Data: ${stores.map(({ label, note }) => `${label}, ${note}`).join('; ')}.`,
    ...channels.map(({ label }) => `Messages wait in the ${label}.`),
    ...(dependencies.length === 0
      ? []
      : [`Run by others: ${joinWords(dependencies.map(({ label }) => label))}.`]),
  ];
  return sentences.join(' ');
}
