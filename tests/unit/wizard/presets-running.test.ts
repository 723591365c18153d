import { readFile } from 'node:fs/promises';
import { Parser } from '@asyncapi/parser';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { files } from '../../../src/wizard/artefacts/files.ts';
import type { JsonObject } from '../../../src/wizard/artefacts/contracts/json.ts';
import { buildArchitecture } from '../../../src/wizard/model/build-architecture.ts';
import { brokenInvariants } from '../../../src/wizard/model/invariants.ts';
import { restoreState } from '../../../src/wizard/model/state.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { presetCases } from './preset-cases-running.ts';
import { servingCases } from './preset-cases-serving.ts';

const parser = new Parser();

const made = [...presetCases, ...servingCases].map((each) => {
  const { state, slug } = each.preset;
  const solution = solve(state.answers, state.pins);
  const architecture = buildArchitecture(solution);
  const all = files(solution, architecture, { date: '2026-12-01', findPage: () => undefined });
  const textOf = (path: string): string => {
    const found = all.find((file) => file.path === path);
    if (found === undefined) throw new Error(`${slug} has no ${path}.`);
    return found.text;
  };
  return { ...each, slug, state, solution, architecture, all, textOf };
});

function preset(slug: string): (typeof made)[number] {
  const found = made.find((each) => each.slug === slug);
  if (found === undefined) throw new Error(`There is no ${slug}.`);
  return found;
}

const chosenOf = (solution: ReturnType<typeof solve>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(solution.decisions).map(([id, { chosen }]) => [id, chosen]));

describe.each(made)('the preset $slug', (each) => {
  const { state, solution, architecture, all, textOf } = each;

  it('is a state that a link could carry, without a pin, and answers every question', () => {
    const restored = restoreState({ version: 1, ...state });
    expect(restored).toMatchObject({ ok: true, value: { state, dropped: [] } });
    expect(state.pins).toEqual({});
    expect(solution.assumptions.map(({ question }) => question)).not.toContain('team');
  });

  it('leads to what it is about by the rules alone, whole and without a tension', () => {
    expect(chosenOf(solution)).toMatchObject(each.chosen);
    expect(brokenInvariants(architecture, solution)).toEqual([]);
    expect(solution.tensions).toEqual([]);
    const replicas = architecture.deployables.map((one) => [one.id, one.replicas] as const);
    expect(Object.fromEntries(replicas)).toMatchObject(each.replicas);
  });

  it('has the operations, messages and files that such a design needs', () => {
    const operations = architecture.apis.flatMap((api) => api.operations.map(({ id }) => id));
    expect(operations).toEqual(expect.arrayContaining([...each.operations]));
    expect(architecture.messages.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...each.messages]),
    );
    expect(all.map(({ path }) => path)).toEqual(expect.arrayContaining([...each.files]));
  });

  it.each(each.changes)('turns where it should: $when', ({ answers, then, tensions = [] }) => {
    const changed = solve({ ...state.answers, ...answers });
    expect(chosenOf(changed)).toMatchObject(then);
    expect(changed.tensions.map(({ id }) => id)).toEqual(tensions);
    expect(brokenInvariants(buildArchitecture(changed), changed)).toEqual([]);
  });

  it('has contracts that their validators accept', { timeout: 120_000 }, async () => {
    const contracts = all.filter(({ checkedBy }) => checkedBy === 'OpenAPI validator');
    const isGraph = solution.decisions['public-api'].chosen === 'graphql';
    expect(contracts.length > 0).toBe(!isGraph);
    for (const { text } of contracts) {
      const result = await new Validator().validate(parse(text) as JsonObject);
      expect(result.errors ?? []).toEqual([]);
    }
    const { diagnostics } = await parser.parse(textOf('messages/asyncapi.yaml'));
    expect(diagnostics.filter(({ code }) => code !== 'asyncapi-latest-version')).toEqual([]);
  });

  it('is told in a narrative of the agreed form, whose alerts exist', async () => {
    const text = await readFile(`content/blueprints/${each.slug}.md`, 'utf8');
    expect(text).toContain(`title: ${each.preset.title}\n`);
    expect(/^description: (.*)$/mu.exec(text)?.[1]?.length).toBeLessThanOrEqual(160);
    expect([...text.matchAll(/^## (.*)$/gmu)].map(([, heading]) => heading)).toEqual([
      'Context',
      'Three decisions that matter',
      'What a reviewer would challenge',
      'How it grows',
      'How it fails',
    ]);
    expect([...text.matchAll(/^### /gmu)]).toHaveLength(3);
    const alerts = architecture.alerts.map(({ id }) => id);
    const named = [...text.matchAll(/`([a-z-]+-(?:burn|down|open|saturation|message|letters))`/gu)];
    expect(named.length).toBeGreaterThan(0);
    expect(alerts).toEqual(expect.arrayContaining(named.map(([, id]) => id)));
    for (const [, category = '', capability = ''] of text.matchAll(
      /\]\(\/catalogue\/([a-z-]+)\/#([a-z-]+)\)/gu,
    )) {
      const catalogue = await readFile(`content/catalogue/${category}.yaml`, 'utf8');
      expect(catalogue).toContain(`slug: ${capability}\n`);
    }
    for (const [, page = ''] of text.matchAll(/\]\(\/patterns\/([a-z/-]+)\/\)/gu)) {
      await expect(readFile(`patterns/${page}/index.mdx`, 'utf8')).resolves.not.toBe('');
    }
  });
});

describe('numbers that narratives tell and files repeat', () => {
  it('gives each outside call its own time, breaker and pool', async () => {
    const { architecture, textOf } = preset('outside-calls');
    const text = await readFile('content/blueprints/outside-calls.md', 'utf8');
    const to = (id: string) =>
      architecture.connections.find((one) => one.kind === 'sync' && one.to === id);
    const card = to('outside-card-processor');
    const rates = to('outside-exchange-rates');
    expect(card).toMatchObject({ attempts: 2, timeoutMs: 1411, deadlineMs: 2971, breaker: true });
    expect(rates).toMatchObject({
      timeoutMs: 392,
      fallback: 'the last known answer, marked as old',
    });
    for (const told of ['1,411 ms', '2,971 ms', '392 ms', '6 seconds'])
      expect(text).toContain(told);
    expect(to('edge')).toMatchObject({ deadlineMs: 6000 });
    expect(to('outside-mail-sender')).toBeUndefined();
    const written = parse(textOf('resilience.yaml')) as {
      calls: { to: string; breaker: { openMs: number } | null; bulkhead: object | null }[];
    };
    const guarded = written.calls.filter((call) => call.to.startsWith('outside-'));
    expect(guarded).toHaveLength(3);
    expect(guarded.every((call) => call.breaker !== null && call.bulkhead !== null)).toBe(true);
    const opens = guarded.find((call) => call.to === 'outside-card-processor')?.breaker?.openMs;
    expect(Math.floor((opens ?? 0) / 1000)).toBe(14);
  });

  it('samples as the record says', () => {
    const { solution, textOf } = preset('observability');
    const { keptTracesPercent } = solution.decisions.telemetry.parameters;
    expect(textOf('observability/otel-collector.yaml')).toContain(
      `sampling_percentage: ${keptTracesPercent}\n`,
    );
    expect(keptTracesPercent).toBe(10);
  });

  it('scales, waits and stops as the records say', () => {
    const { solution, textOf, architecture } = preset('observability');
    const { mostTimesPeak = 0, scaleDownMinutes = 0 } = solution.decisions.scaling.parameters;
    const { shutdownSeconds } = solution.decisions.platform.parameters;
    const tracking = architecture.deployables.find(({ id }) => id === 'tracking-service');
    const manifest = textOf('k8s/tracking-service.yaml');
    expect(manifest).toContain(`maxReplicas: ${mostTimesPeak * (tracking?.replicas ?? 0)}\n`);
    expect(manifest).toContain(`stabilizationWindowSeconds: ${60 * scaleDownMinutes}\n`);
    expect(manifest).toContain(`terminationGracePeriodSeconds: ${shutdownSeconds}\n`);
  });

  it('repeats notices for as long as the record says, each receiver for itself', () => {
    const { solution, textOf, architecture } = preset('webhook-delivery');
    const { noticeHours } = solution.decisions.outbound.parameters;
    const written = parse(textOf('resilience.yaml')) as { notices: object[] };
    expect(written.notices).toMatchObject([
      { to: 'companies', repeatForHours: noticeHours, timeoutMs: 15_000, concurrentPerReceiver: 5 },
    ]);
    const contract = textOf('contracts/webhook-deliveries-api/openapi.yaml');
    expect(contract.replaceAll(/\s+/gu, ' ')).toContain(`sent again for ${noticeHours} hours`);
    const sender = architecture.deployables.find(({ helpers }) =>
      helpers.some(({ kind }) => kind === 'webhook-sender'),
    );
    expect(sender?.id).toBe('webhook-deliveries-service');
  });

  it('draws the backplane, starts it and pings as often as the record says', () => {
    const { solution, textOf, architecture } = preset('live-notifications');
    const { heartbeatSeconds } = solution.decisions.edge.parameters;
    expect(architecture.stores).toContainEqual(
      expect.objectContaining({ id: 'backplane', label: 'Redis pub/sub' }),
    );
    expect(textOf('diagrams/containers.mmd')).toContain('Redis pub/sub');
    expect(textOf('compose.yaml')).toContain('redis://backplane:6379');
    expect(textOf('contracts/api/openapi.yaml')).toContain(`every ${heartbeatSeconds} seconds`);
  });

  it('routes each public operation once at the gateway, with the time of its call', () => {
    const { architecture, textOf } = preset('api-gateway');
    const written = parse(textOf('edge/gateway.yaml')) as {
      limits: { of: string; quota?: { days: number } }[];
      routes: { to: string; timeoutMs: number; operations: { operation: string }[] }[];
    };
    const routed = written.routes.flatMap((route) => route.operations.map((one) => one.operation));
    const offered = architecture.apis
      .filter(({ audience }) => audience === 'public')
      .flatMap((api) => api.operations.map(({ id }) => id));
    expect(routed.toSorted()).toEqual(offered.toSorted());
    expect(written.routes).toHaveLength(4);
    expect(new Set(written.routes.map(({ timeoutMs }) => timeoutMs))).toEqual(new Set([1155]));
    expect(written.limits.find(({ of }) => of === 'tenant')?.quota?.days).toBe(30);
    expect(preset('outside-calls').all.map(({ path }) => path)).not.toContain('edge/gateway.yaml');
  });

  it('moves first what shares least, and only where something is replaced', () => {
    const plan = preset('strangler-migration').textOf('migration.md');
    const order = [...plan.matchAll(/^\| \d \| ([a-z ]+) \|/gmu)].map(([, name]) => name);
    expect(order).toEqual(['quotes', 'policies', 'claims', 'payments', 'customers']);
    expect(preset('api-gateway').all.map(({ path }) => path)).not.toContain('migration.md');
  });
});
