import type { Deployable } from '../../../model/architecture.ts';
import type { RecordContext } from '../../adr.ts';
import type { GeneratedFile } from '../../files.ts';
import { yamlFile } from '../../yaml.ts';
import { routesOf } from '../routes.ts';
import { port, settingsOf } from '../settings.ts';
import { collectorObjects } from './collector-objects.ts';
import { labelsOf } from './labels.ts';
import { networkPolicyOf } from './network-policy.ts';
import { disruptionBudgetOf, scalerOf, scales } from './scaling.ts';
import { deploymentOf } from './workload.ts';

const made = 'platform (36), scaling (38), style (1)';

/** A file for each deployable, one for what comes in and one for the collector. */
export function kubernetesFiles(context: RecordContext): readonly GeneratedFile[] {
  const file = (name: string, objects: readonly object[], head: readonly string[]) =>
    ({
      path: `k8s/${name}.yaml`,
      text: objects.map((object, index) => yamlFile(object, index === 0 ? head : [])).join('---\n'),
      checkedBy: 'Kubernetes models and model check',
      madeFrom: made,
    }) as const;
  return [
    ...context.architecture.deployables.map((each) =>
      file(each.id, objectsOf(each, context), [
        `Everything about ${each.label}, owned by ${each.owner}. Made from: the deployables, connections and estimates of this design.`,
        `Needs: a Secret named ${each.id}, and the image under your own registry's name.`,
        'Requests of processor and memory are our convention: measure, then adjust.',
      ]),
    ),
    file(
      'ingress',
      [ingressOf(context)],
      [
        'What comes in. Made from: the paths of the public APIs.',
        'Replace api.example.com, and name the class of your ingress controller.',
      ],
    ),
    file('otel-collector', collectorObjects(context), [
      'The collector that all deployables send to. Made from: observability/otel-collector.yaml.',
      'Needs: a Secret named otel-collector where telemetry is kept by somebody else.',
    ]),
  ];
}

function objectsOf(deployable: Deployable, context: RecordContext): readonly object[] {
  const { id } = deployable;
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: id, labels: labelsOf(id) },
      automountServiceAccountToken: false,
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: id, labels: labelsOf(id) },
      data: settingsOf(deployable, context).open,
    },
    deploymentOf(deployable, context),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: id, labels: labelsOf(id) },
      spec: {
        selector: { 'app.kubernetes.io/name': id },
        ports: [{ name: 'http', port, targetPort: 'http' }],
      },
    },
    disruptionBudgetOf(deployable),
    ...(scales(context) ? [scalerOf(deployable, context)] : []),
    networkPolicyOf(deployable, context),
  ];
}

function ingressOf(context: RecordContext): object {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'backend', labels: labelsOf('backend') },
    spec: {
      tls: [{ hosts: ['api.example.com'], secretName: 'api-certificate' }],
      rules: [
        {
          host: 'api.example.com',
          http: {
            paths: routesOf(context).map(({ prefix, deployable }) => ({
              path: prefix,
              pathType: 'Prefix',
              backend: { service: { name: deployable, port: { name: 'http' } } },
            })),
          },
        },
      ],
    },
  };
}
