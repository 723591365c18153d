import type { Architecture, Connection, Store } from '../../model/architecture.ts';
import type { RecordContext } from '../adr.ts';
import { partNames } from '../part-names.ts';
import { keyScene } from './key-scene.ts';

/** The parts, how they are connected and the key sequence in the language of LikeC4 (https://likec4.dev/dsl). */
export function likec4Model({ architecture }: RecordContext): string {
  const { name, actors, dependencies } = architecture;
  return [
    '// Made from architecture.json: open it with the LikeC4 extension, or run `npx likec4 start`.',
    ...specification,
    'model {',
    ...actors.map(
      ({ id, label, name: said }) =>
        `  ${ref(id)} = actor ${quoted(label)} { description ${quoted(said)} }`,
    ),
    `  system = system ${quoted(name)} {`,
    ...inside(architecture),
    '  }',
    ...dependencies.map(
      ({ id, label, note }) =>
        `  ${ref(id)} = outside ${quoted(label)} { description ${quoted(note)} }`,
    ),
    ...architecture.connections.map((each) => relation(each, architecture)),
    '}',
    ...views(architecture),
    '',
  ].join('\n');
}

const specification = [
  'specification {',
  '  element actor { style { shape person } }',
  '  element system',
  '  element edge',
  '  element deployable',
  '  element capability { style { shape component } }',
  '  element database { style { shape storage } }',
  '  element cache { style { shape storage } }',
  '  element backplane { style { shape queue } }',
  '  element channel { style { shape queue } }',
  '  element outside { style { color muted } }',
  '  relationship async { line dashed }',
  '}',
] as const;

function inside(architecture: Architecture): readonly string[] {
  const { edge, deployables, stores, capabilities } = architecture;
  return [
    `    ${ref(edge.id)} = edge ${quoted(edge.label)}`,
    ...deployables.flatMap(({ id, label, owner, replicas }) => [
      `    ${ref(id)} = deployable ${quoted(label)} {`,
      `      description ${quoted(`${owner}, ${replicas} replicas at least`)}`,
      ...capabilities
        .filter(({ deployable }) => deployable === id)
        .map(
          (each) =>
            `      ${ref(`can-${each.id}`)} = capability ${quoted(each.name)} { description ${quoted(`keeps ${each.resource.plural}`)} }`,
        ),
      '    }',
    ]),
    ...stores.map((store) => storeLine(store, architecture)),
    ...carriers(architecture).map(({ id, label, deadLetter }) => {
      return `    ${ref(id)} = channel ${quoted(label)} { description ${quoted(`dead letters: ${deadLetter}`)} }`;
    }),
  ];
}

function storeLine({ id, label, kind, note }: Store, { channels }: Architecture): string {
  const jobs = channels.some((channel) => channel.kind === 'job-table')
    ? ', with the job table'
    : '';
  const extra = kind === 'database' ? jobs : '';
  return `    ${ref(id)} = ${kind} ${quoted(label)} { description ${quoted(`${note}${extra}`)} }`;
}

function carriers({ channels }: Architecture): Architecture['channels'] {
  return channels.filter(({ kind }) => kind !== 'job-table');
}

function relation({ kind, from, to, label }: Connection, architecture: Architecture): string {
  const arrow = kind === 'async' ? '-[async]->' : '->';
  return `  ${path(from, architecture)} ${arrow} ${path(to, architecture)} ${quoted(label)}`;
}

function views(architecture: Architecture): readonly string[] {
  const { actors, dependencies } = architecture;
  const around = [...actors, ...dependencies].map(({ id }) => `, ${ref(id)}`).join('');
  const scene = keyScene(architecture);
  const names = partNames(architecture);
  const steps = scene.lines.flatMap((line) => {
    if (line.kind !== 'call' && line.kind !== 'message') return [];
    if (line.from === line.to || !names.has(line.from) || !names.has(line.to)) return [];
    return [
      `    ${path(line.from, architecture)} -> ${path(line.to, architecture)} ${quoted(line.text)}`,
    ];
  });
  const sequence =
    steps.length === 0
      ? []
      : ['  dynamic view key_sequence {', `    title ${quoted(scene.title)}`, ...steps, '  }'];
  return [
    'views {',
    '  view index {',
    "    title 'Context'",
    '    include *',
    '  }',
    '  view containers of system {',
    "    title 'Containers'",
    `    include *${around}`,
    '  }',
    ...sequence,
    '}',
  ];
}

/** The full name of a part: all but actors and outside systems are inside the system. */
function path(id: string, { actors, dependencies }: Architecture): string {
  const outside = [...actors, ...dependencies].some((each) => each.id === id);
  return outside ? ref(id) : `system.${ref(id)}`;
}

/** An id that is no keyword of the language. */
function ref(id: string): string {
  return `n_${id.replaceAll(/[^a-z0-9]/giu, '_')}`;
}

function quoted(text: string): string {
  const safe = text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`);
  return `'${safe.replaceAll(/\s+/gu, ' ')}'`;
}
