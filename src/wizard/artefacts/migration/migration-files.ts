import type { Capability } from '../../model/system.ts';
import type { RecordContext } from '../adr.ts';
import { routesOf } from '../deployment/routes.ts';
import type { GeneratedFile } from '../files.ts';
import { plain, table } from '../markdown.ts';

/** Where a facade replaces an old system route by route: the order, the steps and the way back. */
export function migrationFiles(context: RecordContext): readonly GeneratedFile[] {
  if (context.solution.decisions.migration.chosen !== 'strangler') return [];
  return [
    {
      path: 'migration.md',
      text: [...introduction, ...orderOf(context), ...steps, ...rules(context)].join('\n'),
      checkedBy: 'markdownlint',
      madeFrom: 'migration (3), data ownership (14), publishing (17), capabilities and actions',
    },
  ];
}

const introduction = [
  '# Migration, route by route',
  '',
  'Made from: the decision on the migration, the routes of the edge and the actions of this design.',
  '',
  'The edge is the facade. On the first day it sends every route to the old system; a route moves',
  'by a change of its configuration, and moves back the same way.',
  '',
];

/** First what is tied to little and changes often: it is the cheapest lesson and pays at once. */
function orderOf(context: RecordContext): readonly string[] {
  const { capabilities } = context.architecture;
  const sorted = capabilities
    .filter((each) => each.resource.singular !== 'legacy-record')
    .map((each) => ({ each, ties: tiesOf(each, context) }))
    .toSorted((a, b) => a.ties - b.ties);
  const rows = sorted.map(({ each, ties }, index) => [
    String(index + 1),
    plain(each.name),
    routes(each, context),
    each.owner,
    String(ties),
  ]);
  return [
    '## The order',
    '',
    'What shares the fewest actions with the rest goes first. Move it up if it changes every week.',
    '',
    ...table(['Step', 'Capability', 'Routes', 'Owner', 'Actions shared with others'], rows),
    '',
  ];
}

function tiesOf({ id }: Capability, { architecture }: RecordContext): number {
  return architecture.flows.filter(({ steps: own }) =>
    own.some(({ capability }) => capability === id),
  ).length;
}

function routes({ deployable, resource }: Capability, context: RecordContext): string {
  const own = routesOf(context).filter((route) => route.deployable === deployable);
  const found = own.filter(({ prefix }) => prefix === '/' || prefix === `/${resource.plural}`);
  return (found.length > 0 ? found : own).map(({ prefix }) => `\`${prefix}\``).join(', ');
}

const steps = [
  '## Each step',
  '',
  '1. **Copy.** The new store is filled from the old one and follows its changes. The old system',
  '   owns the data; the new one only reads its copy.',
  '2. **Compare.** The facade sends reads to both, answers from the old one and logs where they',
  '   differ. Writes are never sent twice. Go on when a week brought no difference that matters.',
  '3. **Move reads.** A few percent first, then all, watching the gates of rollout.md.',
  '4. **Hand over the data.** On one day, at a quiet hour: stop writes to the old tables, wait until',
  '   the copy has caught up, compare counts and sums, and send writes to the new system.',
  '5. **Feed back.** What the old system still reads is copied from the new one to it, in its own',
  '   form, by the translation layer alone.',
  '6. **Remove.** Delete the old code, its tables and the copy. A step that ends before this one',
  '   leaves two systems to run.',
  '',
  '## The way back',
  '',
  '- Up to step 3: send the route to the old system. Nothing is lost, since it owns the data.',
  '- After step 4: only while step 5 runs. The old system has what was written meanwhile, so the',
  '  route and the ownership go back together. Keep this open for two weeks, then close it.',
  '',
];

function rules({ solution }: RecordContext): readonly string[] {
  const reads = solution.decisions.publishing.chosen === 'outbox-cdc';
  return [
    '## Rules',
    '',
    '- Each record has one writer at any time, and the table above says which.',
    reads
      ? '- Changes of the old system are read from the log of its database: its code need not change.'
      : '- Changes of the old system leave it by an outbox that its own code writes.',
    '- The old model stops at the translation layer; no new service knows its tables.',
    '- The old system gets repairs and no features for what has a place in the order.',
    '- There is a date for the last route. When no route moved for a quarter, decide again: go on,',
    '  or keep the rest as it is and say so.',
    '',
  ];
}
