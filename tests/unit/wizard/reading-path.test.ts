import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildsOn, categoriesInOrder } from '../../../src/wizard/model/learning-order.ts';
import { readingPath } from '../../../src/wizard/model/reading-path.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { madeStates } from './artefact-cases.ts';

const pathFor = (answers: Parameters<typeof solve>[0], pins = {}) =>
  readingPath(solve(answers, pins));

describe('the reading path', () => {
  it('holds every page of the chosen alternatives and of the rules that spoke, each once', () => {
    for (const { solution } of madeStates) {
      const pages = readingPath(solution).map(({ pattern }) => pattern);
      const expected = Object.values(solution.decisions).flatMap(({ patterns, because }) => [
        ...patterns,
        ...because.flatMap(({ pattern }) => pattern ?? []),
      ]);
      expect(new Set(pages)).toEqual(new Set(expected));
      expect(pages).toHaveLength(new Set(expected).size);
    }
  });

  it('puts what a page builds on before it', () => {
    for (const { solution } of madeStates) {
      const pages = readingPath(solution).map(({ pattern }) => pattern);
      for (const [place, page] of pages.entries()) {
        const later = pages.slice(place + 1);
        expect((buildsOn[page] ?? []).filter((each) => later.includes(each))).toEqual([]);
      }
    }
  });

  it('says a whole sentence for each page', () => {
    for (const { solution } of madeStates) {
      for (const { because, why } of readingPath(solution)) {
        expect(because).toMatch(/^Because .+\.$/u);
        expect(because).not.toMatch(/undefined|\[object|[{}]/u);
        expect(why).toMatch(/^[A-Z\d].*[.!?]$/u);
      }
    }
  });

  it('quotes what somebody said, and says so where nobody said anything', () => {
    const steps = pathFor({ dependencies: { outsideCalls: 2, whenDown: 'queue' } });
    const step = steps.find(
      ({ pattern }) => pattern === 'resilience-and-fault-tolerance/graceful-degradation',
    );
    expect(step?.because).toContain('“take the request and finish later”');
    expect(step?.because).not.toContain('promises');
    const [first] = pathFor({});
    expect(first?.because).toMatch(/^Because nothing else was said than “/u);
  });

  it('says what was pinned', () => {
    const steps = pathFor({}, { 'public-api': 'graphql' });
    const step = steps.find(({ pattern }) => pattern === 'api-design-and-patterns/graphql-apis');
    expect(step?.because).toBe('Because you pinned GraphQL.');
  });

  it('begins with where the system is cut', () => {
    expect(pathFor({})[0]?.pattern).toBe('microservices-architecture/service-boundaries');
  });
});

describe('the order of learning', () => {
  it('knows every category of the catalogue', () => {
    const slugs = readdirSync('content/catalogue').map((name) => name.replace('.yaml', ''));
    expect([...categoriesInOrder].toSorted()).toEqual(slugs.toSorted());
  });

  it('has no circle', () => {
    const table: Readonly<Record<string, readonly string[]>> = buildsOn;
    const visit = (page: string, above: readonly string[]): void => {
      expect(above).not.toContain(page);
      for (const earlier of table[page] ?? []) visit(earlier, [...above, page]);
    };
    for (const page of Object.keys(table)) visit(page, []);
  });
});
