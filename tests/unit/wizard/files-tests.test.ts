import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { feature } from '../../../src/wizard/artefacts/testing/gherkin-text.ts';
import { testFiles } from '../../../src/wizard/artefacts/testing/test-files.ts';
import { pickles } from './checks/documents.ts';
import { mistakesBy, pact } from './checks/schemas.ts';
import { designOf, distinctFiles, presetDesigns, someDesigns } from './designs.ts';
import { patienceMs, runs } from './runs.ts';

const contexts = someDesigns(runs(60, 2500));

const named = (end: string, from = contexts) =>
  distinctFiles(from, testFiles, ({ path }) => path.endsWith(end));

describe('the examples, which files.test.ts puts to Cucumber’s parser', () => {
  it('exist for every operation, flow and message that somebody takes', () => {
    for (const context of contexts) {
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
    const text = feature(
      'x',
      'y',
      [],
      [{ name: 'z', steps: ['Given <thing>', 'Then it is'], examples }],
    );
    expect(pickles(text)[0]?.steps[0]?.text).toBe('a|b\\c');
    expect(() => pickles(text.replace('Then', 'So'))).toThrow(/expected/u);
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

/** So many load tests of random designs are compiled, all at once. */
const compiled = runs(40, 2000);

describe('the load test, as its label says, by TypeScript with the types of k6', () => {
  it(
    `has no mistake, in ${compiled} of the designs and all presets`,
    () => {
      const own = named('load.js', presetDesigns).map(({ text }) => text);
      const texts = named('load.js').map(({ text }) => text);
      expect(texts.length).toBeGreaterThan(compiled);
      expect(mistakes([...own, ...texts.slice(-compiled)])).toEqual([]);
    },
    patienceMs,
  );

  it('would fail on an option that k6 does not know, and on a missing function', () => {
    const [{ text } = { text: '' }] = named('load.js');
    expect(mistakes([text.replace('check(response', 'chek(response')])).not.toEqual([]);
    expect(mistakes([text.replace("from 'k6/http'", "from 'k6/htp'")])).not.toEqual([]);
  }, 60_000);

  it('is left out where nothing comes in as REST', () => {
    const paths = (form: 'rest' | 'graphql') =>
      testFiles(designOf({ answers: {}, pins: { 'public-api': form } })).map(({ path }) => path);
    expect(paths('rest')).toContain('tests/load.js');
    expect(paths('graphql')).not.toContain('tests/load.js');
  });

  it('takes its limits from the promises and its load from the answered peak', () => {
    for (const context of contexts) {
      const text = testFiles(context).find(({ path }) => path === 'tests/load.js')?.text;
      if (text === undefined) continue;
      const { peakNow, peakLater } = context.solution.facts;
      expect(text).toContain(`Math.ceil(${Math.max(1, peakNow, peakLater)} / generators)`);
      const asked = context.architecture.apis.filter(
        ({ audience, form }) => audience === 'public' && form === 'rest',
      );
      for (const { id, deployable, thresholdMs } of context.architecture.slos) {
        const isAsked = asked.some((api) => api.deployable === deployable);
        if (isAsked) expect(text).toContain(`// ${id}`);
        if (isAsked && thresholdMs !== undefined) expect(text).toContain(`<${thresholdMs}']`);
      }
    }
  });
});

describe('the contracts, which files.test.ts puts to a schema of Pact 4', () => {
  it('would fail without a status', () => {
    const text = named('.json')
      .map((file) => file.text)
      .find((each) => each.includes('"status"'));
    expect(mistakesBy(pact, JSON.parse(text ?? ''))).toEqual([]);
    const broken = (text ?? '').replaceAll('"status"', '"state"');
    expect(mistakesBy(pact, JSON.parse(broken))).not.toEqual([]);
  });

  it('are all named by the page beside them, and nothing else is', () => {
    for (const context of contexts) {
      const files = testFiles(context).filter(({ path }) => path.startsWith('tests/contract/'));
      const page = files.find(({ path }) => path.endsWith('README.md'))?.text ?? '';
      const linked = [...page.matchAll(/\]\(([^)]+\.json)\)/gu)].map(([, name]) => name);
      const names = files.map(({ path }) => path.replace('tests/contract/', ''));
      expect(linked.toSorted()).toEqual(names.filter((name) => name.endsWith('.json')).toSorted());
    }
  });
});
