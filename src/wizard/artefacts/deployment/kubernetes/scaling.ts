import type { Deployable } from '../../../model/architecture.ts';
import { targetUtilization } from '../../../model/measures.ts';
import type { RecordContext } from '../../adr.ts';
import { metrics } from '../../observability/metrics.ts';
import { oldestSeconds } from '../../observability/thresholds.ts';
import { replicaRange } from '../sizes.ts';
import { labelsOf, selectorOf } from './labels.ts';

/** Whether the platform changes the number of replicas by load. */
export function scales(context: RecordContext): boolean {
  return context.solution.decisions.scaling.chosen !== 'vertical';
}

/** What adds and takes replicas: by processors, and where messages are waited for by their age. */
export function scalerOf(deployable: Deployable, context: RecordContext): object {
  const { id } = deployable;
  const { least, most } = replicaRange(deployable, context);
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: id, labels: labelsOf(id) },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: id },
      minReplicas: least,
      maxReplicas: most,
      metrics: [byProcessor, ...byMessages(deployable, context)],
      behavior: { scaleDown: { stabilizationWindowSeconds: 60 * calmMinutes(context) } },
    },
  };
}

/** How long it stays quiet before a replica goes. */
function calmMinutes({ solution }: RecordContext): number {
  return solution.decisions.scaling.parameters.scaleDownMinutes ?? 5;
}

const byProcessor = {
  type: 'Resource',
  resource: {
    name: 'cpu',
    target: { type: 'Utilization', averageUtilization: Math.round(targetUtilization * 100) },
  },
} as const;

/** By the age of the oldest message in each channel that it reads: half of what counts as late. */
function byMessages({ id, helpers }: Deployable, context: RecordContext): readonly object[] {
  if (context.solution.decisions.scaling.chosen !== 'queue-depth') return [];
  const { channels, connections } = context.architecture;
  const read = connections.filter(({ to }) => to === id).map(({ from }) => from);
  const works = helpers.some(({ kind }) => kind === 'worker');
  const value = String(Math.ceil(oldestSeconds(context.solution) / 2));
  return channels
    .filter((channel) => read.includes(channel.id) || (works && channel.kind === 'job-table'))
    .map((channel) => ({
      type: 'External',
      external: {
        metric: {
          name: metrics.oldestMessage,
          selector: { matchLabels: { messaging_destination_name: channel.id } },
        },
        target: { type: 'Value', value },
      },
    }));
}

/** While nodes are emptied, one replica at a time may go. */
export function disruptionBudgetOf({ id }: Deployable): object {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: id, labels: labelsOf(id) },
    spec: { maxUnavailable: 1, selector: selectorOf(id) },
  };
}
