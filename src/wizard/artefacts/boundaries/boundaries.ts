import { capitalized, counted } from '../../../lib/text.ts';
import type { Architecture, Deployable } from '../../model/architecture.ts';
import { decisions } from '../../model/decisions.ts';
import type { Message } from '../../model/system.ts';
import type { RecordContext } from '../adr.ts';
import { list, markdownDocument, plain, table } from '../markdown.ts';
import type { Section } from '../markdown.ts';
import { partNames } from '../part-names.ts';
import { saidReason } from '../reason-words.ts';

/** What belongs to each deployable, what it offers and needs, and why its border is where it is. */
export function boundaries(context: RecordContext): string {
  const { architecture } = context;
  const { capabilities, deployables } = architecture;
  return markdownDocument(
    `Service boundaries of ${plain(architecture.name)}`,
    'the decisions on style, data ownership and calls, and the capabilities',
    [
      'Each deployable is built, released and repaired by its owner. Nobody else writes its data, and nobody calls it but through what is listed here.',
      '',
      ...table(
        ['Capability', 'Resource', 'Deployable', 'Owner', 'Data'],
        capabilities.map(({ name, resource, deployable, owner, store, schema }) => [
          plain(name),
          plain(resource.plural),
          labelOf(deployables, deployable),
          plain(owner),
          `schema \`${schema}\` in ${plain(partNames(architecture).get(store) ?? store)}`,
        ]),
      ),
    ],
    [...deployables.flatMap((each) => deployableSections(each, architecture)), ...whyHere(context)],
  );
}

function deployableSections(
  deployable: Deployable,
  architecture: Architecture,
): readonly Section[] {
  const { id, label, kind, owner, replicas, helpers } = deployable;
  const what =
    kind === 'bff' ? 'A backend for one kind of client: it passes on and composes' : 'A service';
  const beside = helpers.map((helper) => `- Beside answering it runs: ${plain(helper.label)}`);
  const sub = (heading: string, lines: readonly string[]): Section => ({
    heading: `${capitalized(plain(label))}: ${heading}`,
    level: 3,
    lines,
  });
  return [
    {
      heading: capitalized(plain(label)),
      lines: [
        `${what}. Owned by ${plain(owner)}; runs in at least ${counted(replicas, 'replica')}.`,
        ...(beside.length === 0 ? [] : ['', ...beside]),
      ],
    },
    sub('capabilities and data', dataLines(id, architecture)),
    sub('what it offers', offerLines(id, architecture)),
    sub('what it waits for', callLines(id, architecture)),
    sub('messages', messageLines(id, architecture)),
  ];
}

function dataLines(deployable: string, architecture: Architecture): readonly string[] {
  const own = architecture.capabilities.filter((each) => each.deployable === deployable);
  const schemas = architecture.stores.flatMap((store) =>
    store.schemas
      .filter(({ writer }) => writer === deployable)
      .map(({ name }) => `\`${name}\` in ${plain(partNames(architecture).get(store.id) ?? '')}`),
  );
  return [
    ...list(
      own.map(({ name, resource }) => `${plain(name)}: keeps ${plain(resource.plural)}`),
      'It holds no capability of its own.',
    ),
    '',
    schemas.length === 0
      ? 'It writes no schema.'
      : `It alone writes: ${schemas.join(', ')}. Others ask it, or keep a copy that they made from its messages.`,
  ];
}

function offerLines(deployable: string, { apis }: Architecture): readonly string[] {
  const offered = apis.filter((api) => api.deployable === deployable);
  if (offered.length === 0) return ['Nothing that waits for an answer.'];
  return offered.flatMap(({ title, form, audience, operations }, index) => [
    ...(index === 0 ? [] : ['']),
    `${plain(title)} (${form}, ${audience}):`,
    '',
    ...table(
      ['Operation', 'Request', 'Gives up after', 'A second, equal request'],
      operations.map(({ id, method, path, timeoutMs, repeatable }) => [
        `\`${id}\``,
        `\`${method} ${path}\``,
        `${timeoutMs} ms`,
        repeatInWords[repeatable],
      ]),
    ),
  ]);
}

const repeatInWords = {
  safe: 'reads only',
  natural: 'leaves the same result',
  key: 'is told by its idempotency key',
  no: 'acts twice: do not repeat',
} as const;

function callLines(deployable: string, architecture: Architecture): readonly string[] {
  const names = partNames(architecture);
  const calls = architecture.connections.filter(
    (each) => each.kind === 'sync' && each.from === deployable,
  );
  return list(
    calls.flatMap((each) =>
      each.kind === 'sync'
        ? [
            `${plain(names.get(each.to) ?? each.to)}: ${plain(each.label)}, at most ${each.deadlineMs} ms in all, ${each.attempts === 1 ? 'one attempt' : `${each.attempts} attempts`}; when it fails, ${plain(each.fallback)}`,
          ]
        : [],
    ),
    'For nothing: it answers on its own.',
  );
}

function messageLines(
  deployable: string,
  { messages, capabilities }: Architecture,
): readonly string[] {
  const own = new Set(
    capabilities.filter((each) => each.deployable === deployable).map(({ id }) => id),
  );
  const names = new Map(capabilities.map(({ id, name }) => [id, plain(name)]));
  const receivers = ({ to }: Message): string =>
    to.length === 0 ? 'nobody yet' : to.map((id) => names.get(id) ?? id).join(', ');
  const out = messages
    .filter(({ from }) => own.has(from))
    .map((message) => `Sends \`${message.id}\` (${message.type}) to ${receivers(message)}`);
  const into = messages
    .filter(({ to }) => to.some((id) => own.has(id)))
    .map(({ id, from, attempts }) => {
      const limit = `after ${attempts} deliveries it goes to the dead letters`;
      return `Takes \`${id}\` from ${names.get(from) ?? from}; ${limit}`;
    });
  return list([...out, ...into], 'None.');
}

/** The reasons and the turning points of every decision that draws a border. */
function whyHere({ solution }: RecordContext): readonly Section[] {
  const drawing = Object.values(solution.decisions).filter(({ id }) => bordersDrawnBy.includes(id));
  return [
    {
      heading: 'Why the borders are here',
      lines: drawing.flatMap(({ id, because }) =>
        because.map((reason) => `- ${decisions[id].title}: ${saidReason(reason)}`),
      ),
    },
    {
      heading: 'What would move them',
      lines: drawing.map(
        ({ id, revisitWhen }) => `- ${decisions[id].title}: look again when ${revisitWhen}.`,
      ),
    },
  ];
}

/** The decisions that say how many parts there are and what belongs to which. */
const bordersDrawnBy: readonly string[] = [
  'style',
  'boundaries',
  'data-ownership',
  'transactions',
  'sync-or-async',
];

function labelOf(deployables: readonly Deployable[], id: string): string {
  return plain(deployables.find((each) => each.id === id)?.label ?? id);
}
