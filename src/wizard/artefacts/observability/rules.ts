import type { RecordContext } from '../adr.ts';
import type { GeneratedFile } from '../files.ts';
import { yamlFile } from '../yaml.ts';
import { alertRules } from './alerts.ts';
import { badRatio, recorded } from './expressions.ts';
import { ownMetrics } from './metrics.ts';

/** Recording and alert rules for Prometheus. */
export function rulesFile(context: RecordContext): GeneratedFile {
  const groups = [
    { name: 'objectives', interval: '30s', rules: recordingRules(context) },
    { name: 'alerts', rules: alertRules(context) },
  ];
  return {
    path: 'observability/rules.yml',
    text: yamlFile({ groups: groups.filter(({ rules }) => rules.length > 0) }, head(context)),
    checkedBy: 'promtool',
    madeFrom: 'objectives and alerts (35), telemetry (34), resilience (30)',
  };
}

/** The share of bad answers for each objective and each window that an alert looks at. */
function recordingRules({ architecture: { slos, alerts, apis } }: RecordContext) {
  return slos.flatMap((slo) => {
    const windows = alerts.flatMap(({ about }) =>
      about.kind === 'burn' && about.slo === slo.id ? [about.longWindow, about.shortWindow] : [],
    );
    return [...new Set(['5m', ...windows])].map((window) => ({
      record: recorded(window),
      expr: badRatio(slo, apis, window),
      labels: { slo: slo.id },
    }));
  });
}

function head({ architecture }: RecordContext): readonly string[] {
  const bounds = architecture.slos
    .filter(({ thresholdMs }) => thresholdMs !== undefined)
    .map(({ thresholdMs = 0 }) => `${thresholdMs / 1000} s`);
  return [
    `Rules for Prometheus, made from ${architecture.slos.length} objectives and ${architecture.alerts.length} alerts of this design.`,
    'Metrics are named as Prometheus sees the semantic conventions of OpenTelemetry; a service',
    'that sets service.name to its name here gets the label "job" with it.',
    ...(bounds.length === 0
      ? []
      : [
          `The histogram of durations needs a bucket that ends at ${[...new Set(bounds)].join(' and at ')}:`,
          'set it in a view of the SDK, since the standard buckets may not have it.',
        ]),
    ...ownMetrics,
    'Runbooks lie under docs.example.com, and hosts of other systems under example.com, until you replace them.',
  ];
}
