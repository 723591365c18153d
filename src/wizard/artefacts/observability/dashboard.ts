import { replicaSizes } from '../../model/replica-sizes.ts';
import type { RecordContext } from '../adr.ts';
import type { GeneratedFile } from '../files.ts';
import { addressOf } from './addresses.ts';
import {
  errorRatio,
  fullness,
  outsideErrors,
  poolUse,
  quantile,
  rateOf,
  recorded,
} from './expressions.ts';
import { metrics } from './metrics.ts';
import { laidOut } from './panels.ts';
import type { Panel, Row } from './panels.ts';
import { oldestSeconds } from './thresholds.ts';

/** A dashboard for Grafana: promises, then requests and resources of each deployable, then the rest. */
export function dashboardFile(context: RecordContext): GeneratedFile {
  const { architecture } = context;
  const rows: readonly Row[] = [
    { title: 'Promises', panels: promises(context) },
    ...architecture.deployables.map(({ id, label }) => ({
      title: `${label}: requests and resources`,
      panels: [...requests(id, context), ...resources(id, context)],
    })),
    {
      title: 'Messages',
      panels: architecture.channels.flatMap(({ id, label }) => messages(id, label, context)),
    },
    {
      title: 'Systems of others',
      panels: architecture.dependencies.flatMap(({ id, label }) => outside(id, label)),
    },
  ];
  const dashboard = {
    title: architecture.name,
    description:
      'Made from the objectives, deployables, channels and dependencies of this design. Names of metrics follow the semantic conventions of OpenTelemetry as Prometheus sees them.',
    uid: 'backend-architect',
    schemaVersion: 41,
    version: 1,
    editable: true,
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    timezone: 'utc',
    tags: ['red', 'use'],
    templating: {
      list: [{ name: 'source', type: 'datasource', query: 'prometheus', label: 'Source' }],
    },
    panels: laidOut(rows.filter(({ panels }) => panels.length > 0)),
  };
  return {
    path: 'observability/dashboard.json',
    text: `${JSON.stringify(dashboard, null, 2)}\n`,
    checkedBy: 'PromQL parser and panel check',
    madeFrom: 'objectives and alerts (35), telemetry (34)',
  };
}

function promises({ architecture }: RecordContext): readonly Panel[] {
  return architecture.slos.map((slo) => ({
    title: `${slo.id}: share that breaks the promise of ${slo.objectivePercent} %`,
    unit: 'percentunit',
    queries: [{ expr: `${recorded('5m')}{slo="${slo.id}"}`, legend: 'over 5 minutes' }],
    limit: Number(((100 - slo.objectivePercent) / 100).toPrecision(6)),
  }));
}

/** Rate, errors, duration. */
function requests(
  id: string,
  { architecture: { apis }, solution }: RecordContext,
): readonly Panel[] {
  return [
    {
      title: `${id}: requests`,
      unit: 'reqps',
      queries: [{ expr: rateOf(id, apis, '5m'), legend: 'requests/s' }],
    },
    {
      title: `${id}: errors`,
      unit: 'percentunit',
      queries: [{ expr: errorRatio(id, apis, '5m'), legend: 'share of failed answers' }],
    },
    {
      title: `${id}: duration`,
      unit: 's',
      queries: [0.5, 0.95, 0.99].map((share) => ({
        expr: quantile(share, id, apis),
        legend: `p${share * 100}`,
      })),
      limit: solution.facts.p95Ms / 1000,
    },
  ];
}

/** Utilization and saturation; errors stand beside the requests. */
function resources(id: string, { solution, architecture }: RecordContext): readonly Panel[] {
  const concurrent = replicaSizes(solution, architecture).get(id)?.concurrent ?? 1;
  return [
    {
      title: `${id}: how full the fullest replica is`,
      unit: 'percentunit',
      queries: [
        { expr: fullness(id, concurrent), legend: `of ${concurrent} requests at once` },
        { expr: poolUse(id), legend: 'of the database connections' },
      ],
      limit: 0.8,
    },
    {
      title: `${id}: processors`,
      unit: 'none',
      queries: [
        {
          expr: `sum by (instance) (rate(${metrics.cpu}{job="${id}"}[5m]))`,
          legend: '{{instance}}',
        },
      ],
    },
    {
      title: `${id}: memory`,
      unit: 'bytes',
      queries: [
        { expr: `max by (instance) (${metrics.memory}{job="${id}"})`, legend: '{{instance}}' },
      ],
    },
  ];
}

function messages(id: string, label: string, { solution }: RecordContext): readonly Panel[] {
  const channel = `messaging_destination_name="${id}"`;
  return [
    {
      title: `${label}: handled`,
      unit: 'short',
      queries: [
        { expr: `sum(rate(${metrics.processed}_count{${channel}}[5m]))`, legend: 'messages/s' },
      ],
    },
    {
      title: `${label}: age of the oldest message`,
      unit: 's',
      queries: [{ expr: `max(${metrics.oldestMessage}{${channel}})`, legend: 'waits' }],
      limit: oldestSeconds(solution),
    },
    {
      title: `${label}: dead letters`,
      unit: 'short',
      queries: [
        { expr: `sum(increase(${metrics.deadLetters}{${channel}}[15m]))`, legend: 'in 15 minutes' },
      ],
    },
  ];
}

function outside(id: string, label: string): readonly Panel[] {
  const address = addressOf(id);
  const buckets = `${metrics.httpClient}_bucket{server_address="${address}"}`;
  return [
    {
      title: `${label}: failed calls`,
      unit: 'percentunit',
      queries: [{ expr: outsideErrors(address), legend: 'share' }],
      limit: 0.5,
    },
    {
      title: `${label}: duration`,
      unit: 's',
      queries: [
        {
          expr: `histogram_quantile(0.99, sum by (le) (rate(${buckets}[5m])))`,
          legend: 'p99',
        },
      ],
    },
    {
      title: `${label}: breaker`,
      unit: 'none',
      queries: [
        { expr: `max(${metrics.breakerOpen}{dependency="${id}"})`, legend: '1 while it is open' },
      ],
    },
  ];
}
