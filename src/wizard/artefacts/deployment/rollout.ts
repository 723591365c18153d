import type { Alert, Rollout } from '../../model/system.ts';
import type { RecordContext } from '../adr.ts';
import type { GeneratedFile } from '../files.ts';
import { alertRules } from '../observability/alerts.ts';
import { settingsOf } from './settings.ts';

/** How a release reaches everybody, what stops it and how it is taken back. */
export function rolloutFile(context: RecordContext): GeneratedFile {
  const { rollout } = context.architecture;
  const sections: Readonly<Record<string, readonly string[]>> = {
    Before: before,
    Stages: [...stages[rollout.strategy], '', ...stageTable(rollout)],
    Gates: gates(context),
    'Taking it back': back(rollout),
    'Changing the database': database,
    ...(rollout.flags && { Flags: flags }),
    Settings: settings(context),
  };
  const lines = Object.entries(sections).flatMap(([heading, text]) => [
    '',
    `## ${heading}`,
    '',
    ...text,
  ]);
  return {
    path: 'rollout.md',
    text: [
      '# Rollout',
      '',
      `Made from: the decision on the rollout (${rollout.strategy}), the objectives and the alerts of this design.`,
      ...lines,
      '',
    ].join('\n'),
    checkedBy: 'markdownlint and model check',
    madeFrom: 'rollout (37), objectives and alerts (35)',
  };
}

const before: readonly string[] = [
  '1. The pipeline is green for the commit, and the image carries its id, never "latest".',
  '2. No alert that pages is firing, and more than a tenth of the error budget is left.',
  '3. The old and the new version can run at the same time: against one database, and against',
  '   messages that either of them wrote.',
  '4. The person who releases stays until the last stage has been watched.',
];

const stages: Readonly<Record<Rollout['strategy'], readonly string[]>> = {
  rolling: [
    'One replica after the other is replaced. The next one goes when the new one is ready, and',
    'never fewer than all replicas answer: one more starts before an old one stops.',
  ],
  'blue-green': [
    'The new version starts beside the old one, with as many replicas, and is tried there. Then',
    'the edge sends everything to it at once. The old one keeps running until the watch is over.',
  ],
  canary: [
    'The edge sends a share of the requests to the new version and the rest to the old one. The',
    'share grows only after each stage has been watched and every gate was closed.',
  ],
};

function stageTable({ stages: shares }: Rollout): readonly string[] {
  return [
    '| Stage | Share of requests | Watched for |',
    '| --- | --- | --- |',
    ...shares.map(
      ({ percent, minutes }, index) => `| ${index + 1} | ${percent} % | ${minutes} min |`,
    ),
  ];
}

/** What stops a release: what burns fast enough to show within a stage, and what is full or broken. */
const stopsRelease = (about: Alert['about']): boolean => about.kind !== 'burn' || about.rate > 1;

function gates(context: RecordContext): readonly string[] {
  const alerts = new Map(context.architecture.alerts.map((alert) => [alert.id, alert]));
  const rules = alertRules(context).filter(({ labels }) => {
    const about = alerts.get(labels['alert_id'] ?? '')?.about;
    return about !== undefined && stopsRelease(about);
  });
  return [
    'Each of these is an alert of observability/rules.yml, with the same expression. When one holds',
    'during a stage, take the release back first and look for the reason afterwards.',
    ...rules.flatMap(({ alert, expr, annotations }) => [
      '',
      `### ${alert}`,
      '',
      `${annotations['summary'] ?? alert}.`,
      '',
      '```promql',
      expr,
      '```',
    ]),
  ];
}

function back({ strategy, rollbackMinutes }: Rollout): readonly string[] {
  const how: Readonly<Record<Rollout['strategy'], string>> = {
    rolling: 'Release the image before this one again; replicas are replaced in the same way.',
    'blue-green': 'Point the edge back to the old version, which is still running.',
    canary: 'Set the share of the new version to 0; the old one still has all its replicas.',
  };
  return [
    `It has to be done within ${rollbackMinutes} minutes, from the decision to the last request on the old version.`,
    '',
    `1. ${how[strategy]}`,
    '2. Do not take the database back: the step before was made so that the old version can use it.',
    '3. See the gates close, then write down what happened and when.',
    '',
    'Practice it once a quarter with a stopwatch: a rollback that nobody has done is a guess.',
  ];
}

const database: readonly string[] = [
  'Old and new version run at once, so each change takes several releases (expand and contract):',
  '',
  '1. **Expand.** Add the column, table or index, empty or with a default, and with a lock timeout of',
  '   a few seconds. Build indexes concurrently. Nothing reads it yet.',
  '2. **Write both.** The new version writes the old and the new form, and reads the old one.',
  '3. **Fill in.** A job copies old rows in small batches and can be stopped and started again.',
  '4. **Read the new one.** A release reads the new form and still writes both.',
  '5. **Contract.** Only when no version in use reads the old form is it removed, in a release of its',
  '   own. This is the one step that cannot be taken back: make a backup first.',
];

const flags: readonly string[] = [
  'A feature is released dark and switched on apart from the release:',
  '',
  '1. Each flag has an owner, a default of "off" and a day on which it is removed.',
  '2. Turn it on for your own people, then for a share of the users, watching the same gates.',
  '3. Turning it off is the quickest way back, and needs no release.',
  '4. Once it is on for all, remove the flag and the old path within two weeks.',
];

function settings(context: RecordContext): readonly string[] {
  return [
    'What each deployable reads from its environment:',
    ...context.architecture.deployables.flatMap((each) => {
      const { open, secret } = settingsOf(each, context);
      return [
        '',
        `### ${each.id}`,
        '',
        ...Object.entries(open).map(([name, value]) => `- \`${name}\`: \`${value}\``),
        ...secret.map((name) => `- \`${name}\`: secret`),
      ];
    }),
  ];
}
