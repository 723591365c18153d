import type { Deployable } from '../../../model/architecture.ts';
import type { RecordContext } from '../../adr.ts';
import { port, settingsOf } from '../settings.ts';
import { drainSeconds, graceSeconds, resourcesOf } from '../sizes.ts';
import { labelsOf, selectorOf } from './labels.ts';
import { scales } from './scaling.ts';

/** The replicas of a deployable. How many there are is left to the scaler where there is one. */
export function deploymentOf(deployable: Deployable, context: RecordContext): object {
  const { id, replicas } = deployable;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: id, labels: labelsOf(id) },
    spec: {
      ...(scales(context) ? {} : { replicas }),
      selector: selectorOf(id),
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      minReadySeconds: 10,
      progressDeadlineSeconds: 300,
      template: {
        metadata: { labels: labelsOf(id) },
        spec: {
          serviceAccountName: id,
          automountServiceAccountToken: false,
          terminationGracePeriodSeconds: graceSeconds(deployable, context),
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 10_001,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          topologySpreadConstraints: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map(
            (topologyKey) => ({
              maxSkew: 1,
              topologyKey,
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: selectorOf(id),
            }),
          ),
          containers: [containerOf(deployable, context)],
          volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
        },
      },
    },
  };
}

function containerOf(deployable: Deployable, context: RecordContext): object {
  const { id } = deployable;
  const { milliCores, memoryMib } = resourcesOf(deployable, context);
  const memory = `${memoryMib}Mi`;
  const asks = (path: string): object => ({ httpGet: { path, port: 'http' }, timeoutSeconds: 2 });
  return {
    name: id,
    image: `registry.example.com/${id}:1.0.0`,
    ports: [{ name: 'http', containerPort: port }],
    envFrom: [{ configMapRef: { name: id } }],
    env: settingsOf(deployable, context).secret.map((name) => ({
      name,
      valueFrom: { secretKeyRef: { name: id, key: name } },
    })),
    // A processor limit would slow a replica down while others idle; memory cannot be shared so.
    resources: { requests: { cpu: `${milliCores}m`, memory }, limits: { memory } },
    startupProbe: { ...asks('/health/live'), periodSeconds: 2, failureThreshold: 30 },
    livenessProbe: { ...asks('/health/live'), periodSeconds: 10, failureThreshold: 3 },
    readinessProbe: { ...asks('/health/ready'), periodSeconds: 5, failureThreshold: 2 },
    lifecycle: { preStop: { exec: { command: ['sleep', String(drainSeconds)] } } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
}
