import type { Deployable } from '../../../model/architecture.ts';
import type { RecordContext } from '../../adr.ts';
import { port } from '../settings.ts';
import { labelsOf, selectorOf } from './labels.ts';

const tcp = (number: number): object => ({ protocol: 'TCP', port: number });

/** Ports of what is reached by address, since it is rented or runs outside of the namespace. */
const outsidePorts = {
  database: 5432,
  cache: 6379,
  backplane: 6379,
  amqp: 5672,
  kafka: 9092,
  https: 443,
} as const;

/** Who may call a deployable and what it may call: exactly the connections of this design. */
export function networkPolicyOf({ id }: Deployable, { architecture }: RecordContext): object {
  const { connections, deployables, edge } = architecture;
  const from = connections.filter(({ to }) => to === id).map((each) => each.from);
  const to = connections.filter((each) => each.from === id).map((each) => each.to);
  const pods = (ids: readonly string[]): readonly object[] =>
    deployables
      .filter((each) => ids.includes(each.id))
      .map((each) => ({ podSelector: selectorOf(each.id) }));
  const callers = [...pods(from), ...(from.includes(edge.id) ? [fromIngress] : [])];
  const called = pods(to);
  const ports = outsidePortsOf([...from, ...to], architecture);
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: id, labels: labelsOf(id) },
    spec: {
      podSelector: selectorOf(id),
      policyTypes: ['Ingress', 'Egress'],
      ingress: callers.length === 0 ? [] : [{ from: callers, ports: [tcp(port)] }],
      egress: [
        names,
        telemetry,
        ...(called.length === 0 ? [] : [{ to: called, ports: [tcp(port)] }]),
        ...(ports.length === 0 ? [] : [{ ports: ports.map(tcp) }]),
      ],
    },
  };
}

const fromIngress = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress' } },
} as const;

const names = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
} as const;

const telemetry = {
  to: [{ podSelector: selectorOf('otel-collector') }],
  ports: [tcp(4318)],
} as const;

/** The ports of stores, brokers and systems of others that a deployable is connected with. */
function outsidePortsOf(
  ends: readonly string[],
  { stores, channels, dependencies }: RecordContext['architecture'],
): readonly number[] {
  const joined = ({ id }: { readonly id: string }): boolean => ends.includes(id);
  const found = [
    ...stores.filter(joined).map(({ kind }) => outsidePorts[kind]),
    ...channels
      .filter(joined)
      .filter(({ kind }) => kind !== 'job-table')
      .map(({ kind }) => (kind === 'log' ? outsidePorts.kafka : outsidePorts.amqp)),
    ...dependencies.filter(joined).map(() => outsidePorts.https),
  ];
  return [...new Set(found)].toSorted((a, b) => a - b);
}
