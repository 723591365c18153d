import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { collectorFile } from '../../../src/wizard/artefacts/observability/collector.ts';
import { dashboardFile } from '../../../src/wizard/artefacts/observability/dashboard.ts';
import { rulesFile } from '../../../src/wizard/artefacts/observability/rules.ts';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import { misplaced, promqlMistakes } from './checks/promql.ts';
import type { Dashboard } from './checks/promql.ts';
import { collectorMistakes } from './checks/schemas.ts';
import { someDesigns } from './designs.ts';
import { hasPromtool, promtool } from './promtool.ts';
import { patienceMs, runs } from './runs.ts';
import { ruleTests } from './rule-scenarios.ts';
import type { WrittenRule } from './rule-scenarios.ts';

const designs = someDesigns(runs(150, 2500));

/** Each different text once, with a design that has it. */
function distinct(textOf: (context: RecordContext) => string): ReadonlyMap<string, RecordContext> {
  return new Map(designs.map((context) => [textOf(context), context]));
}

interface Rules {
  readonly groups: readonly { readonly name: string; readonly rules: readonly WrittenRule[] }[];
}

const rulesOf = (text: string): readonly WrittenRule[] =>
  (parse(text) as Rules).groups.flatMap(({ rules }) => rules);

const ruleTexts = distinct((context) => rulesFile(context).text);

describe('rules.yml, which files.test.ts puts to promtool, and the PromQL parser', () => {
  it(
    'has expressions that are PromQL',
    () => {
      const expressions = new Set(
        [...ruleTexts.keys()].flatMap((text) => rulesOf(text).map(({ expr }) => expr)),
      );
      expect([...expressions].flatMap(promqlMistakes)).toEqual([]);
      expect(promqlMistakes('sum(rate(a[5m])')).not.toEqual([]);
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
    const [[text, context] = ['', designs[0]]] = ruleTexts;
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

describe('otel-collector.yaml, which files.test.ts puts to schema and wiring', () => {
  const texts = distinct((context) => collectorFile(context).text);

  it('is told what is wired wrongly, and a setting that does not exist', () => {
    const [text = ''] = texts.keys();
    expect(collectorMistakes(text)).toEqual([]);
    const wrong = collectorMistakes(text.replace('batch:', 'bunch:')).join(' ');
    expect(wrong).toMatch(/batch is used.*bunch is among/u);
    expect(collectorMistakes(text.replace('pipelines:', 'pipes:'))[0]).toMatch(/service/u);
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

describe('dashboard.json, which files.test.ts puts to the PromQL parser and a check of its panels', () => {
  const texts = distinct((context) => dashboardFile(context).text);

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
      expect([...expressions].flatMap(promqlMistakes)).toEqual([]);
    },
    patienceMs,
  );
});
