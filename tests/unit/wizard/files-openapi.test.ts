import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  contractFiles,
  contractsOf,
} from '../../../src/wizard/artefacts/contracts/contract-files.ts';
import type { JsonObject } from '../../../src/wizard/artefacts/contracts/json.ts';
import { openApiDocument } from '../../../src/wizard/artefacts/contracts/openapi-document.ts';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import { alternativesOf } from '../../../src/wizard/model/decisions.ts';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import { designOf, manyDesigns, presetDesigns, randomDesigns } from './designs.ts';
import { examplesIn, wrongWith } from './examples.ts';
import { patienceMs, runs } from './runs.ts';

/** So many designs at random go to the dear validators: about half a second of CPU for each file. */
const dearDesigns = runs(8, 400);

const asking: Answers = {
  interaction: { interaction: ['ask-answer', 'notify'] },
  clients: { clients: ['web', 'mobile', 'partners'], clientNeeds: 'some' },
};

/** Every alternative of each decision that a REST contract is written after. */
const pinned: readonly RecordContext[] = (
  [
    'versioning',
    'pagination',
    'live-updates',
    'outbound',
    'authentication',
    'cache',
    'long-operation',
  ] as const
).flatMap((id) =>
  alternativesOf(id).map((name) =>
    designOf({ answers: asking, pins: { 'public-api': 'rest', [id]: name } }),
  ),
);

const dear: readonly RecordContext[] = [...pinned, ...presetDesigns, ...randomDesigns(dearDesigns)];

const texts = new Set(
  dear.flatMap((each) =>
    contractFiles(each)
      .filter(({ checkedBy }) => checkedBy === 'OpenAPI validator')
      .map(({ text }) => text),
  ),
);

const sample = `in each form, ${dearDesigns} random designs and all presets`;

let config: Awaited<ReturnType<typeof createConfig>>;

beforeAll(async () => {
  config = await createConfig({ extends: ['recommended'] });
});

async function findings(source: string): Promise<readonly string[]> {
  const problems = await lintFromString({ source, absoluteRef: '/openapi.yaml', config });
  return problems.map(({ ruleId, message, location }) => {
    return `${ruleId} ${String(location[0]?.pointer)}: ${message}`;
  });
}

describe('the contracts of REST APIs, as their label says, by validators', () => {
  it(`are OpenAPI 3.1, ${sample}`, { timeout: patienceMs }, async () => {
    expect(texts.size).toBeGreaterThan(20);
    for (const text of texts) {
      const result = await new Validator().validate(parse(text) as JsonObject);
      expect(result.errors ?? []).toEqual([]);
    }
  });

  it(
    `pass every rule that Redocly recommends, warnings too, ${sample}`,
    { timeout: patienceMs },
    async () => {
      for (const text of texts) expect(await findings(text)).toEqual([]);
    },
  );

  it('are refused when an operation loses its answers', { timeout: 60_000 }, async () => {
    const [text = ''] = texts;
    const broken = text.replace(/\n {6}responses:/u, '\n      answers:');
    expect(await findings(broken)).not.toEqual([]);
    const result = await new Validator().validate(parse(broken) as JsonObject);
    expect(result.valid).toBe(false);
  });
});

describe('the examples of REST contracts', () => {
  it(
    `are what their schemas allow, in ${manyDesigns} random designs and all presets`,
    { timeout: patienceMs },
    () => {
      let count = 0;
      for (const each of [...presetDesigns, ...randomDesigns(manyDesigns)]) {
        for (const contract of contractsOf(each)) {
          if (contract.api.form !== 'rest') continue;
          const examples = examplesIn(openApiDocument(contract));
          count += examples.length;
          const wrong = examples.flatMap(({ place, schema, value }) => {
            const text = wrongWith(schema, value);
            return text === '' ? [] : [`${place}: ${text}`];
          });
          if (wrong.length > 0) expect(wrong).toEqual([]);
        }
      }
      expect(count).toBeGreaterThan(manyDesigns);
    },
  );

  it('are refused where a field has another type', () => {
    const schema = { type: 'object', properties: { total: { type: 'string' } } };
    expect(wrongWith(schema, { total: 3 })).not.toBe('');
  });
});

describe('what a REST contract promises', () => {
  const documentOf = (pins: object): JsonObject => {
    const [contract] = contractsOf(
      designOf({ answers: asking, pins: { 'public-api': 'rest', ...pins } }),
    );
    return contract === undefined ? {} : openApiDocument(contract);
  };
  const text = (pins: object): string => JSON.stringify(documentOf(pins));

  it('follows the decision on lists', () => {
    expect(text({ pagination: 'offset' })).toContain('#/components/parameters/Page"');
    expect(text({ pagination: 'cursor' })).toContain('#/components/parameters/After"');
    expect(text({ pagination: 'cursor' })).not.toContain('#/components/parameters/Page"');
  });

  it('follows the decision on versions', () => {
    const { servers } = documentOf({ versioning: 'url-major' });
    expect(JSON.stringify(servers)).toContain('/v1"');
    expect(text({ versioning: 'url-major' })).toContain('#/components/headers/Sunset"');
    expect(text({ versioning: 'header' })).toContain('#/components/parameters/ApiVersion"');
    expect(text({ versioning: 'additive' })).not.toContain('Deprecation');
  });

  it('tells by a webhook that long work has ended, where that was decided', () => {
    const slow: Answers = { ...asking, jobs: { longestJob: 'minutes' } };
    const webhooks = (longOperation: 'status' | 'status-and-webhook'): unknown => {
      const pins = { 'public-api': 'rest', 'long-operation': longOperation } as const;
      const [contract] = contractsOf(designOf({ answers: slow, pins }));
      return contract === undefined ? {} : openApiDocument(contract)['webhooks'];
    };
    expect(webhooks('status-and-webhook')).toHaveProperty('work-finished');
    expect(webhooks('status') ?? {}).not.toHaveProperty('work-finished');
  });

  it('follows the decisions on news and notices', () => {
    expect(documentOf({ outbound: 'webhooks' })).toHaveProperty('webhooks');
    expect(documentOf({ outbound: 'none' })).not.toHaveProperty('webhooks');
    expect(documentOf({ outbound: 'feed' })).toHaveProperty(['paths', '/feed']);
    expect(documentOf({ 'live-updates': 'sse' })).toHaveProperty(['paths', '/live']);
    expect(documentOf({ 'live-updates': 'websocket' })).toHaveProperty(['paths', '/socket']);
  });

  it('asks for the version of a record before it changes it, and for a key before it acts twice', () => {
    for (const each of randomDesigns(40)) {
      for (const contract of contractsOf(each)) {
        if (contract.api.form !== 'rest') continue;
        const { paths } = openApiDocument(contract) as { paths: Record<string, JsonObject> };
        for (const operation of contract.api.operations) {
          const said = JSON.stringify(paths[operation.path]?.[operation.method.toLowerCase()]);
          const changes = operation.kind === 'update' || operation.kind === 'remove';
          expect(said.includes('parameters/IfMatch')).toBe(changes);
          expect(said.includes('parameters/IdempotencyKey')).toBe(operation.repeatable === 'key');
          expect(said.includes('"202"')).toBe(operation.later);
        }
      }
    }
  });
});
