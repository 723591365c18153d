import type { Architecture, Connection, Store } from '../model/architecture.ts';
import { counted } from '../../lib/text.ts';

/** The container diagram as Mermaid text (flowchart), for reading beside code. */
export function containerMermaid(architecture: Architecture): string {
  const { actors, edge, deployables, stores, channels, dependencies, connections } = architecture;
  const carriers = channels.filter((channel) => channel.kind !== 'job-table');
  return [
    'flowchart TB',
    ...actors.map(({ id, label }) => `  ${name(id)}(["${text(label)}"])`),
    `  ${name(edge.id)}["${text(edge.label)}"]`,
    `  subgraph system["${text(architecture.name)}"]`,
    ...deployables.map(
      ({ id, label, replicas }) =>
        `    ${name(id)}["${text(`${label}, ${counted(replicas, 'replica')}`)}"]`,
    ),
    ...stores.map((store) => `    ${name(store.id)}[("${storeText(store, architecture)}")]`),
    ...carriers.map(({ id, label }) => `    ${name(id)}[/"${text(label)}"/]`),
    '  end',
    ...dependencies.map(({ id, label }) => `  ${name(id)}["${text(label)}<br/>run by others"]`),
    ...connections.map(line),
    ...dependencies.map(({ id }) => `  style ${name(id)} stroke-dasharray: 4 3`),
    '',
  ].join('\n');
}

/** A job table is no system of its own: it stands in the first database. */
function storeText(store: Store, { stores, channels }: Architecture): string {
  const isFirst = store === stores.find(({ kind }) => kind === 'database');
  const tables = channels.filter((channel) => channel.kind === 'job-table' && isFirst);
  return [store.label, store.note, ...tables.map(({ label }) => `with the ${label}`)]
    .map(text)
    .join('<br/>');
}

function line(connection: Connection): string {
  const arrow = connection.kind === 'async' ? '-.->' : '-->';
  return `  ${name(connection.from)} ${arrow}|"${text(connection.label)}"| ${name(connection.to)}`;
}

/** Ids that Mermaid cannot mistake for a keyword such as `end`. */
function name(id: string): string {
  return `n_${id.replaceAll(/[^a-z0-9]/giu, '_')}`;
}

/** Text inside double quotes: Mermaid's own entity stands for the quote. */
function text(value: string): string {
  return value.replaceAll('"', '#quot;').replaceAll('\n', ' ');
}
