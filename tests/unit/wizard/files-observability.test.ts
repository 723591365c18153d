import { parser } from '@prometheus-io/lezer-promql';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { collectorFile } from '../../../src/wizard/artefacts/observability/collector.ts';
import { dashboardFile } from '../../../src/wizard/artefacts/observability/dashboard.ts';
import { rulesFile } from '../../../src/wizard/artefacts/observability/rules.ts';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import { brokenWiring, collectorSchema } from './collector-schema.ts';
import { cases, manyDesigns, patienceMs, randomDesigns } from './operable.ts';
import { hasPromtool, promtool } from './promtool.ts';
import { ruleTests } from './rule-scenarios.ts';
import type { WrittenRule } from './rule-scenarios.ts';

const designs = [...cases, ...randomDesigns(manyDesigns)];

/** Each different text once, with a design that has it. */
function distinct(textOf: (context: RecordContext) => string): ReadonlyMap<string, RecordContext> {
  return new Map(designs.map((context) => [textOf(context), context]));
}

interface Rules {
  readonly groups: readonly { readonly name: string; readonly rules: readonly WrittenRule[] }[];
}

const rulesOf = (text: string): readonly WrittenRule[] =>
  (parse(text) as Rules).groups.flatMap(({ rules }) => rules);

/** The places at which an expression is no PromQL. */
function mistakes(expression: string): readonly string[] {
  const found: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ type, from }) => {
      if (type.isError) found.push(`${expression} at ${from}`);
    },
  });
  return found;
}

const ruleTexts = distinct((context) => rulesFile(context).text);

describe('rules.yml, as its label says, by promtool and the PromQL parser', () => {
  it(
    'has expressions that are PromQL',
    () => {
      const expressions = new Set(
        [...ruleTexts.keys()].flatMap((text) => rulesOf(text).map(({ expr }) => expr)),
      );
      expect([...expressions].flatMap(mistakes)).toEqual([]);
      expect(mistakes('sum(rate(a[5m])')).not.toEqual([]);
    },
    patienceMs,
  );

  it.runIf(hasPromtool)(
    'passes promtool check rules',
    async () => {
      const files = Object.fromEntries(
        [...ruleTexts.keys()].map((text, index) => [`${index}.yml`, text]),
      );
      const { ok, output } = await promtool(['check', 'rules', ...Object.keys(files)], files);
      expect(ok, output).toBe(true);
    },
    patienceMs,
  );

  it.runIf(hasPromtool)('is not passed when an expression is broken', async () => {
    const [text = ''] = ruleTexts.keys();
    const { ok } = await promtool(['check', 'rules', 'a.yml'], {
      'a.yml': text.replace('sum(', 'summ('),
    });
    expect(ok).toBe(false);
  });

  it(
    'has one rule for each alert, with summary, runbook and severity',
    () => {
      for (const [text, { architecture }] of ruleTexts) {
        const alerts = rulesOf(text).filter(({ alert }) => alert !== undefined);
        expect(alerts.map(({ labels }) => labels['alert_id'])).toEqual(
          architecture.alerts.map(({ id }) => id),
        );
        expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
        for (const { labels, annotations } of alerts) {
          expect(labels['severity']).toMatch(/^(?:page|ticket)$/u);
          expect(annotations?.['summary']).toMatch(/\S/u);
          expect(annotations?.['runbook_url']).toMatch(/^https:\/\/\S+$/u);
        }
      }
    },
    patienceMs,
  );

  it.runIf(hasPromtool)(
    'raises what it should, and only that, in promtool test rules',
    async () => {
      const step = Math.ceil(ruleTexts.size / 4);
      const some = [...ruleTexts].filter((_, index) => index % step === 0 || index === 1);
      for (const [text, context] of some) {
        const tests = ruleTests(context, rulesOf(text), [
          { name: 'all is well', burn: 0, restIsBroken: false },
          { name: 'within the promise', burn: 0.9, restIsBroken: false },
          { name: 'slowly wrong', burn: 3, restIsBroken: false },
          { name: 'all is broken', burn: 20, restIsBroken: true },
        ]);
        const files = { 'rules.yml': text, 'test.yml': stringify(tests) };
        const { ok, output } = await promtool(['test', 'rules', 'test.yml'], files);
        expect(ok, `${output}\n${text}`).toBe(true);
      }
    },
    patienceMs,
  );

  it.runIf(hasPromtool)('would be told of an alert that does not fire', async () => {
    const [[text, context] = ['', cases[0]]] = ruleTexts;
    if (context === undefined) throw new Error('There is no case.');
    const tests = ruleTests(context, rulesOf(text), [
      { name: 'broken', burn: 20, restIsBroken: true },
    ]);
    const files = {
      'rules.yml': text.replaceAll(/> [\d.]+/gu, '> 1e12'),
      'test.yml': stringify(tests),
    };
    expect((await promtool(['test', 'rules', 'test.yml'], files)).ok).toBe(false);
  });
});

describe('otel-collector.yaml, as its label says, by schema and wiring', () => {
  const validate = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(
    collectorSchema,
  );
  const texts = distinct((context) => collectorFile(context).text);

  it('fits the schema, and every part is defined and used', () => {
    for (const text of texts.keys()) {
      const value = parse(text) as Parameters<typeof brokenWiring>[0];
      validate(value);
      expect(validate.errors ?? [], text).toEqual([]);
      expect(brokenWiring(value)).toEqual([]);
    }
    expect(texts.size).toBeGreaterThan(5);
  });

  it('is told what is wired wrongly', () => {
    const [text = ''] = texts.keys();
    const value = parse(text.replace('batch:', 'bunch:')) as Parameters<typeof brokenWiring>[0];
    expect(validate(value)).toBe(false);
    expect(brokenWiring(value).join(' ')).toMatch(/batch is used.*bunch is among/u);
  });

  it('collects traces exactly where they were decided for, and hides what is sensitive', () => {
    for (const [text, { solution, architecture }] of texts) {
      expect(/^ {4}traces:$/mu.test(text)).toBe(
        solution.decisions.telemetry.chosen !== 'logs-and-metrics',
      );
      for (const { resource } of architecture.capabilities) {
        for (const { name, sensitive } of resource.fields) {
          expect(text.includes(`app.${resource.singular}.${name}\n`)).toBe(sensitive);
        }
      }
    }
  });
});

interface Dashboard {
  readonly panels: readonly {
    readonly id: number;
    readonly gridPos: {
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
    };
    readonly targets?: readonly { readonly refId: string; readonly expr: string }[];
  }[];
}

/** Pairs of panels of which one lies on the other, and panels beside the grid. */
function misplaced({ panels }: Dashboard): readonly string[] {
  return panels.flatMap((one, index) => {
    const { x, y, w, h } = one.gridPos;
    const outside = x < 0 || x + w > 24 || w <= 0 || h <= 0 ? [`${one.id} leaves the grid`] : [];
    const over = panels
      .slice(index + 1)
      .filter(
        ({ gridPos: other }) =>
          x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h,
      );
    return [...outside, ...over.map(({ id }) => `${one.id} lies on ${id}`)];
  });
}

describe('dashboard.json, as its label says, by PromQL parser and panels', () => {
  const texts = distinct((context) => dashboardFile(context).text);

  it(
    'has panels with ids of their own, none of which covers another one',
    () => {
      for (const text of texts.keys()) {
        const dashboard = JSON.parse(text) as Dashboard;
        const ids = dashboard.panels.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(misplaced(dashboard)).toEqual([]);
      }
    },
    patienceMs,
  );

  it('is told of panels that cover each other', () => {
    const [text = ''] = texts.keys();
    const { panels } = JSON.parse(text) as Dashboard;
    expect(misplaced({ panels: [...panels, ...panels.slice(1, 2)] })).not.toEqual([]);
  });

  it(
    'asks for nothing but PromQL, and shows each deployable, channel and dependency',
    () => {
      const expressions = new Set<string>();
      for (const [text, { architecture }] of texts) {
        const queries = (JSON.parse(text) as Dashboard).panels.flatMap(({ targets = [] }) =>
          targets.map(({ expr }) => expr),
        );
        for (const expr of queries) expressions.add(expr);
        const all = queries.join('\n');
        for (const { id } of architecture.deployables) expect(all).toContain(`job="${id}"`);
        for (const { id } of architecture.channels)
          expect(all).toContain(`messaging_destination_name="${id}"`);
        for (const { id } of architecture.dependencies) expect(all).toContain(`dependency="${id}"`);
      }
      expect([...expressions].flatMap(mistakes)).toEqual([]);
    },
    patienceMs,
  );
});
