import { AstBuilder, GherkinClassicTokenMatcher, Parser, compile } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { Ajv } from 'ajv';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { feature } from '../../../src/wizard/artefacts/testing/gherkin-text.ts';
import { testFiles } from '../../../src/wizard/artefacts/testing/test-files.ts';
import { designs, distinctFiles, runs } from './design-cases.ts';
import { pactSchema } from './pact-schema.ts';

const contexts = designs(runs(400, 2500), 103);

const named = (end: string) => distinctFiles(contexts, testFiles, ({ path }) => path.endsWith(end));

function pickles(text: string) {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  return compile(parser.parse(text), 'a.feature', newId);
}

describe('the examples, as their label says, by Cucumber’s parser', () => {
  it('are scenarios in which every place of an outline is filled', () => {
    const features = named('.feature');
    expect(features.length).toBeGreaterThan(100);
    for (const { text } of features) {
      const scenarios = pickles(text);
      expect(scenarios.length).toBeGreaterThan(0);
      for (const { steps } of scenarios) {
        expect(steps.length).toBeGreaterThan(2);
        for (const step of steps) expect(step.text).not.toMatch(/<[a-z]+>|undefined|\[object/u);
      }
    }
  }, 120_000);

  it('exist for every operation, flow and message that somebody takes', () => {
    for (const context of contexts.slice(0, 100)) {
      const { apis, flows, messages } = context.architecture;
      const text = testFiles(context)
        .filter(({ path }) => path.endsWith('.feature'))
        .map((file) => file.text)
        .join('\n');
      for (const { method, path } of apis.flatMap(({ operations }) => operations)) {
        expect(text).toContain(`"${method} ${path}"`);
      }
      for (const { name } of flows) expect(text).toContain(`Feature: ${name}\n`);
      for (const { id, to } of messages) if (to.length > 0) expect(text).toContain(id);
    }
  });

  it('keep a bar in a cell, and would fail on a step without a keyword', () => {
    const examples = [['thing'], ['a|b\\c']];
    const text = feature('x', 'y', [], [{ name: 'z', steps: ['Given <thing>'], examples }]);
    expect(pickles(text)[0]?.steps[0]?.text).toBe('a|b\\c');
    expect(() => pickles(text.replace('Given', 'Gave'))).toThrow(/expected/u);
  });
});

const options: ts.CompilerOptions = {
  allowJs: true,
  checkJs: true,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ['k6'],
};

/** What TypeScript finds wrong in each of these programs; all of them are checked at once. */
function mistakes(texts: readonly string[]): readonly string[] {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const sources = new Map(texts.map((text, index) => [`load-${index}.js`, text]));
  host.getSourceFile = (name, target) => {
    const own = sources.get(name);
    return own === undefined ? read(name, target) : ts.createSourceFile(name, own, target, true);
  };
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => sources.has(name) || exists(name);
  const program = ts.createProgram([...sources.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the load test, as its label says, by TypeScript with the types of k6', () => {
  it('has no mistake', () => {
    const texts = named('load.js').map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(100);
    expect(mistakes(texts.slice(0, runs(150, 2000)))).toEqual([]);
  }, 120_000);

  it('would fail on an option that k6 does not know, and on a missing function', () => {
    const [{ text } = { text: '' }] = named('load.js');
    expect(mistakes([text.replace('check(response', 'chek(response')])).not.toEqual([]);
    expect(mistakes([text.replace("from 'k6/http'", "from 'k6/htp'")])).not.toEqual([]);
  }, 60_000);

  it('takes its limits from the promises and its load from the answered peak', () => {
    for (const context of contexts.slice(0, 100)) {
      const text = testFiles(context).find(({ path }) => path === 'tests/load.js')?.text ?? '';
      const { peakNow, peakLater } = context.solution.facts;
      expect(text).toContain(`Math.ceil(${Math.max(1, peakNow, peakLater)} / generators)`);
      const asked = context.architecture.apis.filter(({ audience }) => audience === 'public');
      for (const { id, deployable, thresholdMs } of context.architecture.slos) {
        const isAsked = asked.some((api) => api.deployable === deployable);
        if (isAsked) expect(text).toContain(`// ${id}`);
        if (isAsked && thresholdMs !== undefined) expect(text).toContain(`<${thresholdMs}']`);
      }
    }
  });
});

describe('the contracts, as their label says, by a schema of Pact 4', () => {
  const isPact = new Ajv({ allErrors: true, strict: true }).compile(pactSchema);

  it('are valid', () => {
    const pacts = named('.json');
    expect(pacts.length).toBeGreaterThan(50);
    for (const { text, path } of pacts) {
      const isValid = isPact(JSON.parse(text));
      expect({ path, errors: isValid ? [] : isPact.errors }).toEqual({ path, errors: [] });
    }
  }, 60_000);

  it('would fail without a status', () => {
    const pact = named('.json')
      .map(({ text }) => text)
      .find((text) => text.includes('"status"'));
    expect(isPact(JSON.parse((pact ?? '').replaceAll('"status"', '"state"')))).toBe(false);
  });

  it('are all named by the page beside them, and nothing else is', () => {
    for (const context of contexts.slice(0, 100)) {
      const files = testFiles(context).filter(({ path }) => path.startsWith('tests/contract/'));
      const page = files.find(({ path }) => path.endsWith('README.md'))?.text ?? '';
      const linked = [...page.matchAll(/\]\(([^)]+\.json)\)/gu)].map(([, name]) => name);
      const names = files.map(({ path }) => path.replace('tests/contract/', ''));
      expect(linked.toSorted()).toEqual(names.filter((name) => name.endsWith('.json')).toSorted());
    }
  });
});
