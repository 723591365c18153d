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
import { design, designCount, designs } from './designs.ts';
import type { Design } from './designs.ts';
import { examplesIn, wrongWith } from './examples.ts';

/** So many designs at random go to the dear validators: about half a second of CPU for each file. */
const dearDesigns = 12;

const asking: Answers = {
  interaction: { interaction: ['ask-answer', 'notify'] },
  clients: { clients: ['web', 'mobile', 'partners'], clientNeeds: 'some' },
};

/** Every alternative of each decision that a REST contract is written after. */
const pinned: readonly Design[] = (
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
    design({ answers: asking, pins: { 'public-api': 'rest', [id]: name } }),
  ),
);

const dear: readonly Design[] = [...pinned, ...designs(dearDesigns)];

const texts = new Set(
  dear.flatMap((each) =>
    contractFiles(each)
      .filter(({ checkedBy }) => checkedBy === 'OpenAPI validator')
      .map(({ text }) => text),
  ),
);

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
  it('are OpenAPI 3.1', { timeout: 600_000 }, async () => {
    expect(texts.size).toBeGreaterThan(20);
    for (const text of texts) {
      const result = await new Validator().validate(parse(text) as object);
      expect(result.errors ?? []).toEqual([]);
    }
  });

  it('pass every rule that Redocly recommends, warnings too', { timeout: 600_000 }, async () => {
    for (const text of texts) expect(await findings(text)).toEqual([]);
  });

  it('are refused when an operation loses its answers', { timeout: 60_000 }, async () => {
    const [text = ''] = texts;
    const broken = text.replace(/\n {6}responses:/u, '\n      answers:');
    expect(await findings(broken)).not.toEqual([]);
    const result = await new Validator().validate(parse(broken) as object);
    expect(result.valid).toBe(false);
  });
});

describe('the examples of REST contracts', () => {
  it('are what their schemas allow, in every design', { timeout: 600_000 }, () => {
    let count = 0;
    for (const each of designs(designCount)) {
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
    expect(count).toBeGreaterThan(designCount);
  });

  it('are refused where a field has another type', () => {
    const schema = { type: 'object', properties: { total: { type: 'string' } } };
    expect(wrongWith(schema, { total: 3 })).not.toBe('');
  });
});

describe('what a REST contract promises', () => {
  const documentOf = (pins: object): JsonObject => {
    const [contract] = contractsOf(
      design({ answers: asking, pins: { 'public-api': 'rest', ...pins } }),
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

  it('follows the decisions on news and notices', () => {
    expect(documentOf({ outbound: 'webhooks' })).toHaveProperty('webhooks');
    expect(documentOf({ outbound: 'none' })).not.toHaveProperty('webhooks');
    expect(documentOf({ outbound: 'feed' })).toHaveProperty(['paths', '/feed']);
    expect(documentOf({ 'live-updates': 'sse' })).toHaveProperty(['paths', '/live']);
    expect(documentOf({ 'live-updates': 'websocket' })).toHaveProperty(['paths', '/socket']);
  });

  it('asks for the version of a record before it changes it, and for a key before it acts twice', () => {
    for (const each of designs(40)) {
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
