import { beforeEach, describe, expect, test } from 'vitest';
import type { Capability, EngineId, Project } from '../../../../playground/engine/contract.ts';
import { EngineError } from '../../../../playground/engine/errors.ts';
import { ChosenEngine, type EngineNews } from '../../../../playground/session/chosen-engine.ts';
import { FakeEngine } from './fake-engine.ts';

const project: Project = { name: 'a', files: {}, entry: 'main.ts', mode: 'script', env: {} };
const sinks = { output: () => undefined, trace: () => undefined };

let wanted: EngineId;
let needs: readonly Capability[];
let engines: Record<EngineId, FakeEngine>;
let news: EngineNews[];

beforeEach(() => {
  wanted = 'webcontainer';
  needs = [];
  engines = {
    embedded: new FakeEngine('the built-in engine', 'async-context'),
    webcontainer: new FakeEngine('WebContainer', 'npm-install'),
  };
  news = [];
});

function chosen(): ChosenEngine {
  return new ChosenEngine({
    wish: () => ({ wanted, needs }),
    load: (id) => Promise.resolve(engines[id]),
    tell: (one) => news.push(one),
  });
}

describe('the engine of a page', () => {
  test('is the wanted one where it can', async () => {
    const engine = chosen();
    await engine.run(project, sinks);
    expect(engine.label).toBe('WebContainer');
    expect(news).toEqual([{ id: 'webcontainer' }]);
  });

  test('is the built-in one where the wanted one lacks what an example needs', async () => {
    needs = ['async-context'];
    const engine = chosen();
    await engine.run(project, sinks);
    expect(news[0]?.id).toBe('embedded');
    expect(engine.label).toMatch(/^the built-in engine\. WebContainer lacks a context .* needs$/);
  });

  test('is the built-in one where the wanted one cannot start here', async () => {
    engines.webcontainer.canStart = { ok: false, why: 'No headers.' };
    await chosen().run(project, sinks);
    expect(news).toEqual([{ id: 'embedded', why: 'No headers.' }]);
  });

  test('is the built-in one, with the reason, where a start fails', async () => {
    engines.webcontainer.failure = new EngineError('boot-timeout');
    const engine = chosen();
    await engine.run(project, sinks);
    const why = 'WebContainer did not start in time.';
    expect(news).toEqual([{ id: 'webcontainer' }, { id: 'embedded', why }]);
    expect(engines.webcontainer.asked).toContain('dispose');
    expect(engines.embedded.asked).toEqual(['run']);
  });

  test('is one engine for those who ask while it is on its way', async () => {
    let loads = 0;
    const engine = new ChosenEngine({
      wish: () => ({ wanted, needs }),
      load: (id) => {
        loads += 1;
        return Promise.resolve(engines[id]);
      },
      tell: () => undefined,
    });
    await Promise.all([engine.load(), engine.prepare(), engine.run(project, sinks)]);
    expect(loads).toBe(1);
  });

  test('is ended where it comes after the page has gone', async () => {
    const engine = chosen();
    const loading = engine.load();
    engine.dispose();
    await loading;
    expect(engines.webcontainer.asked).toContain('dispose');
  });

  test('that did not load is asked for again', async () => {
    let isThere = false;
    const engine = new ChosenEngine({
      wish: () => ({ wanted, needs }),
      load: (id) =>
        isThere ? Promise.resolve(engines[id]) : Promise.reject(new EngineError('did-not-load')),
      tell: () => undefined,
    });
    await expect(engine.load()).rejects.toMatchObject({ code: 'did-not-load' });
    isThere = true;
    await engine.load();
    expect(engine.label).toBe('WebContainer');
  });

  test('is not another one for a project that cannot run anywhere', async () => {
    engines.webcontainer.failure = new EngineError('install-failed');
    await expect(chosen().run(project, sinks)).rejects.toMatchObject({ code: 'install-failed' });
    expect(engines.embedded.asked).toEqual([]);
  });

  test('follows the switch at the next run', async () => {
    const engine = chosen();
    await engine.run(project, sinks);
    wanted = 'embedded';
    await engine.run(project, sinks);
    expect(engines.webcontainer.asked).toEqual(['run', 'dispose']);
    expect(engine.label).toBe('the built-in engine');
  });

  test('says what the built-in one lacks, and runs all the same', async () => {
    wanted = 'embedded';
    needs = ['npm-install'];
    const engine = chosen();
    await engine.run(project, sinks);
    expect(engine.label).toContain('The built-in engine lacks packages from npm');
  });

  test('is made ready ahead only where no other site is asked', async () => {
    await chosen().prepare();
    expect(engines.webcontainer.asked).toEqual(['load']);
    wanted = 'embedded';
    await chosen().prepare();
    expect(engines.embedded.asked).toEqual(['prepare']);
  });
});
