import { Deployment } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { ConfigMap, Service, ServiceAccount } from 'kubernetes-models/v1';

/** Any object of a manifest. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: unknown;
}

type Model = new (data: never) => { validate(): void };

const models: Readonly<Record<string, Model>> = {
  'apps/v1 Deployment': Deployment,
  'autoscaling/v2 HorizontalPodAutoscaler': HorizontalPodAutoscaler,
  'networking.k8s.io/v1 Ingress': Ingress,
  'networking.k8s.io/v1 NetworkPolicy': NetworkPolicy,
  'policy/v1 PodDisruptionBudget': PodDisruptionBudget,
  'v1 ConfigMap': ConfigMap,
  'v1 Service': Service,
  'v1 ServiceAccount': ServiceAccount,
};

/** What an object breaks of the schema of its kind, and names that Kubernetes would refuse. */
export function kubernetesMistakes(object: KubernetesObject): readonly string[] {
  const { apiVersion, kind, metadata } = object;
  const Model = models[`${apiVersion} ${kind}`];
  if (Model === undefined) return [`There is no ${kind} of ${apiVersion}.`];
  const label = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/u.test(metadata.name)
    ? []
    : [`${metadata.name} is no name for Kubernetes.`];
  try {
    new Model(object as never).validate();
    return label;
  } catch (error) {
    return [...label, `${kind} ${metadata.name}: ${String(error)}`];
  }
}
