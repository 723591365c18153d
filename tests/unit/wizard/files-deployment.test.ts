import { run as lintDockerfile } from 'dockerfilelint';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import { deploymentFiles } from '../../../src/wizard/artefacts/deployment/deployment.ts';
import { kubernetesFiles } from '../../../src/wizard/artefacts/deployment/kubernetes/kubernetes.ts';
import { languages } from '../../../src/wizard/artefacts/deployment/languages.ts';
import { unitFiles } from '../../../src/wizard/artefacts/deployment/processes.ts';
import { pooledStores } from '../../../src/wizard/artefacts/deployment/pooler.ts';
import { replicaRange, resourcesOf } from '../../../src/wizard/artefacts/deployment/sizes.ts';
import { rulesFile } from '../../../src/wizard/artefacts/observability/rules.ts';
import { kubernetesMistakes } from './kubernetes-check.ts';
import type { KubernetesObject } from './kubernetes-check.ts';
import { markdownMistakes } from './checks/documents.ts';
import { compose, mistakesBy } from './checks/schemas.ts';
import { someDesigns } from './designs.ts';
import { patienceMs, runs } from './runs.ts';

const designs = someDesigns(runs(150, 2500));

/** Each different text of a file once, with a design that has it. */
function distinct(path: string, from = designs): ReadonlyMap<string, RecordContext> {
  return new Map(
    from.flatMap((context) =>
      deploymentFiles(context)
        .filter((file) => file.path === path)
        .map(({ text }): [string, RecordContext] => [text, context]),
    ),
  );
}

interface ComposeService {
  readonly image: string;
  readonly expose?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly deploy?: {
    readonly replicas: number;
    readonly resources: { readonly limits: { readonly memory: string } };
  };
}
interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

describe('compose.yaml, which files.test.ts puts to the Compose schema, and the model', () => {
  const texts = distinct('compose.yaml');

  it('is refused with a setting or a duration that Compose does not know', () => {
    const [text = ''] = texts.keys();
    expect(mistakesBy(compose, parse(text))).toEqual([]);
    const unknown = text.replace('restart:', 'restarts:');
    expect(mistakesBy(compose, parse(unknown))).not.toEqual([]);
    const timeless = text.replace(/interval: \d+s/u, 'interval: 5 seconds');
    expect(mistakesBy(compose, parse(timeless))).not.toEqual([]);
  });

  it(
    'has each deployable and store, with the replicas, ports and limits of the model',
    () => {
      for (const [text, context] of texts) {
        const { services, volumes } = parse(text) as Compose;
        const { deployables, stores } = context.architecture;
        const platform = context.solution.decisions.platform.chosen;
        const here = platform === 'managed-containers' || platform === 'own-hosts';
        for (const each of deployables) {
          const service = services[each.id];
          expect(service?.deploy?.replicas).toBe(here ? each.replicas : 1);
          expect(service?.deploy?.resources.limits.memory).toBe(
            `${resourcesOf(each, context).memoryMib}M`,
          );
          expect(service?.expose).toEqual([service?.environment?.['PORT']]);
          expect(service?.environment?.['OTEL_SERVICE_NAME']).toBe(each.id);
          expect(service?.environment?.['DATABASE_POOL_SIZE'] ?? '0').toBe(String(each.pool));
        }
        for (const { id } of stores) expect(services).toHaveProperty(id);
        for (const { id, connections } of stores) {
          const isPooled = (connections?.pooler ?? 0) > 0;
          expect(Object.hasOwn(services, `${id}-pooler`)).toBe(isPooled);
        }
        for (const service of Object.values(services)) {
          for (const needed of Object.keys(service.depends_on ?? {}))
            expect(services).toHaveProperty(needed);
          const named = (service.volumes ?? []).filter((each) => !each.startsWith('.'));
          for (const each of named) expect(volumes).toHaveProperty(each.split(':')[0] ?? '');
          expect(service.image).toMatch(/:(?:[\w.-]+|\$\{VERSION:-dev\})$/u);
        }
      }
    },
    patienceMs,
  );
});

describe('the configuration of a pooler, as its label says, by the model', () => {
  const pooled = designs.filter(({ architecture }) => pooledStores(architecture).length > 0);

  it('stands beside each database that needs one, and keeps within what it takes', () => {
    expect(pooled.length).toBeGreaterThan(0);
    for (const context of pooled) {
      const written = deploymentFiles(context);
      for (const { id, connections } of pooledStores(context.architecture)) {
        const path = `database/${id}-pgbouncer.ini`;
        const text = written.find((file) => file.path === path)?.text ?? '';
        const size = Number(/^max_db_connections = (\d+)$/mu.exec(text)?.[1]);
        expect(size).toBe(connections.pooler);
        expect(size).toBeLessThanOrEqual(connections.limit - connections.reserved);
        expect(text).toContain(`host=${id} `);
      }
    }
  });
});

describe('the Dockerfile, which files.test.ts puts to dockerfilelint', () => {
  const texts = distinct('Dockerfile');

  it('is told of a command that does not exist', () => {
    expect(lintDockerfile('Dockerfile', 'FROM node:24-alpine\nRUNS x\n')).not.toEqual([]);
  });

  it('builds in one stage, runs without rights in another, and pins the major version', () => {
    for (const text of texts.keys()) {
      const images = [...text.matchAll(/^FROM (\S+)/gmu)].map(([, image]) => image ?? '');
      expect(images).toHaveLength(2);
      for (const image of images) expect(image).toMatch(/:\d/u);
      expect(text).toMatch(/^USER 10001$/mu);
      expect(text).toMatch(/^HEALTHCHECK /mu);
      expect(text.indexOf('USER 10001')).toBeLessThan(text.indexOf('\nCMD ['));
    }
  });

  it('is in the language that was decided for', () => {
    const names = new Set(
      [...texts.keys()].map((text) => /(?:Language: |assumes )(.+)\.$/mu.exec(text)?.[1]),
    );
    const known = new Set(Object.values(languages).map(({ name }) => name));
    expect([...names].filter((name) => name === undefined || !known.has(name as never))).toEqual(
      [],
    );
  });
});

/** Those of them that run on Kubernetes are few, so manifests are written for all. */
const onKubernetes = designs.map((context) => ({ context, files: kubernetesFiles(context) }));
const objectsOf = (text: string): readonly KubernetesObject[] =>
  parseAllDocuments(text).map((document) => document.toJS() as KubernetesObject);

describe('the manifests, which files.test.ts puts to Kubernetes’ models, and the model', () => {
  it('are refused where a field has the wrong type or a kind does not exist', () => {
    const [{ files } = { files: [] }] = onKubernetes;
    const objects = objectsOf(files[0]?.text ?? '');
    const injured = objects.map((each) => ({ ...each, spec: 'none' }));
    expect(injured.flatMap(kubernetesMistakes)).not.toEqual([]);
    expect(
      kubernetesMistakes({ apiVersion: 'apps/v1', kind: 'Magic', metadata: { name: 'a' } }),
    ).not.toEqual([]);
  });

  it(
    'match the model: names, replicas, ports, limits and who may call whom',
    () => {
      for (const { context, files } of onKubernetes) {
        for (const deployable of context.architecture.deployables) {
          const text = files.find(({ path }) => path === `k8s/${deployable.id}.yaml`)?.text ?? '';
          const objects = new Map(objectsOf(text).map((object) => [object.kind, object]));
          for (const { metadata } of objects.values()) expect(metadata.name).toBe(deployable.id);
          const scaler = objects.get('HorizontalPodAutoscaler')?.spec as
            { minReplicas: number; maxReplicas: number } | undefined;
          const workload = objects.get('Deployment')?.spec as { replicas?: number };
          const { least, most } = replicaRange(deployable, context);
          if (scaler === undefined) expect(workload.replicas).toBe(deployable.replicas);
          else {
            expect(workload.replicas).toBeUndefined();
            expect(scaler).toMatchObject({ minReplicas: least, maxReplicas: most });
            expect(most).toBeGreaterThanOrEqual(deployable.replicas);
          }
          expect(text).toContain('containerPort: 8080');
          expect(text).toContain(`memory: ${resourcesOf(deployable, context).memoryMib}Mi`);
          const policy = JSON.stringify(objects.get('NetworkPolicy')?.spec ?? {});
          const called = context.architecture.connections.filter(
            ({ from }) => from === deployable.id,
          );
          for (const other of context.architecture.deployables) {
            const isCalled = called.some(({ to }) => to === other.id);
            if (isCalled) expect(policy).toContain(`"app.kubernetes.io/name":"${other.id}"`);
          }
        }
      }
    },
    patienceMs,
  );

  it('send each public path to one deployable that exists', () => {
    for (const { context, files } of onKubernetes) {
      const text = files.find(({ path }) => path === 'k8s/ingress.yaml')?.text ?? '';
      const paths = [...text.matchAll(/- path: (\S+)/gu)].map(([, path]) => path);
      expect(paths.length).toBeGreaterThan(0);
      expect(new Set(paths).size).toBe(paths.length);
      const names = [...text.matchAll(/service:\n\s+name: (\S+)/gu)].map(([, name]) => name);
      const known = context.architecture.deployables.map(({ id }) => id);
      expect(names.filter((name) => !known.includes(name ?? ''))).toEqual([]);
    }
  });
});

describe('rollout.md, as its label says, by markdownlint and the model', () => {
  const texts = distinct('rollout.md');

  it('is well-formed Markdown', () => {
    const step = Math.ceil(texts.size / runs(60, 1000));
    const some = [...texts.keys()].filter((_, index) => index % step === 0);
    expect(some.flatMap((text) => markdownMistakes(text))).toEqual([]);
    expect(markdownMistakes('# A\n# B\n')).not.toEqual([]);
  });

  it(
    'stops at expressions that rules.yml has too, and goes back in the time that was asked for',
    () => {
      for (const [text, context] of texts) {
        const gates = [...text.matchAll(/```promql\n([\s\S]+?)\n```/gu)].map(
          ([, expression]) => expression,
        );
        const rules = parse(rulesFile(context).text) as { groups: { rules: { expr: string }[] }[] };
        const known = new Set(rules.groups.flatMap((group) => group.rules.map(({ expr }) => expr)));
        expect(gates.length).toBeGreaterThan(0);
        expect(gates.filter((gate) => !known.has(gate ?? ''))).toEqual([]);
        expect(text).toContain(`within ${context.architecture.rollout.rollbackMinutes} minutes`);
        expect(text).toContain('expand and contract');
        expect(/^## Flags$/mu.test(text)).toBe(context.architecture.rollout.flags);
        for (const { percent, minutes } of context.architecture.rollout.stages) {
          expect(text).toContain(`| ${percent} % | ${minutes} min |`);
        }
      }
    },
    patienceMs,
  );
});

describe('process files and units', () => {
  it(
    'start each deployable, with the memory of the estimates',
    () => {
      for (const context of designs) {
        for (const deployable of context.architecture.deployables) {
          const { memoryMib } = resourcesOf(deployable, context);
          const unit = unitFiles(context).find(
            ({ path }) => path === `systemd/${deployable.id}@.service`,
          );
          expect(unit?.text).toContain(`--memory ${memoryMib}m `);
          const sections = [...(unit?.text ?? '').matchAll(/^\[(\w+)\]$/gmu)].map(
            ([, name]) => name,
          );
          expect(sections).toEqual(['Unit', 'Service', 'Install']);
        }
        const paths = deploymentFiles(context).map(({ path }) => path);
        const platform = context.solution.decisions.platform.chosen;
        expect(paths.some((path) => path.endsWith('Procfile'))).toBe(platform === 'paas');
        expect(paths.some((path) => path.startsWith('k8s/'))).toBe(platform === 'kubernetes');
        expect(paths.some((path) => path.startsWith('systemd/'))).toBe(platform === 'own-hosts');
      }
    },
    patienceMs,
  );
});
