import type { RecordContext } from '../../adr.ts';
import { collectorFile } from '../../observability/collector.ts';
import { images } from '../images.ts';
import { labelsOf, selectorOf } from './labels.ts';

const id = 'otel-collector';

/** The collector with the very configuration that lies under observability/. */
export function collectorObjects(context: RecordContext): readonly object[] {
  const labels = labelsOf(id);
  const keepsElsewhere = context.solution.facts.telemetryOwned !== 'open-source';
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: id, labels },
      data: { 'config.yaml': collectorFile(context).text },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: id, labels },
      spec: {
        replicas: 1,
        selector: selectorOf(id),
        template: {
          metadata: { labels },
          spec: {
            automountServiceAccountToken: false,
            securityContext: { runAsNonRoot: true, runAsUser: 10_001 },
            containers: [
              {
                name: id,
                image: images.collector,
                args: ['--config=/etc/collector/config.yaml'],
                ports: [{ name: 'otlp-http', containerPort: 4318 }],
                ...(keepsElsewhere && { envFrom: [{ secretRef: { name: id } }] }),
                resources: {
                  requests: { cpu: '200m', memory: '512Mi' },
                  limits: { memory: '512Mi' },
                },
                readinessProbe: { httpGet: { path: '/', port: 13_133 }, periodSeconds: 5 },
                securityContext: {
                  allowPrivilegeEscalation: false,
                  readOnlyRootFilesystem: true,
                  capabilities: { drop: ['ALL'] },
                },
                volumeMounts: [{ name: 'config', mountPath: '/etc/collector', readOnly: true }],
              },
            ],
            volumes: [{ name: 'config', configMap: { name: id } }],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: id, labels },
      spec: {
        selector: selectorOf(id).matchLabels,
        ports: [{ name: 'otlp-http', port: 4318, targetPort: 'otlp-http' }],
      },
    },
  ];
}
