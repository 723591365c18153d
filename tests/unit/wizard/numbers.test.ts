import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import { buildArchitecture } from '../../../src/wizard/model/build-architecture.ts';
import { timesOf } from '../../../src/wizard/model/build/times.ts';
import { capacity } from '../../../src/wizard/model/capacity.ts';
import type { Load } from '../../../src/wizard/model/capacity.ts';
import { attemptTimeout, callTime, clientTime } from '../../../src/wizard/model/deadlines.ts';
import { erlangC, waiting } from '../../../src/wizard/model/erlang.ts';
import { estimates } from '../../../src/wizard/model/estimates.ts';
import type { CapacityEstimate, Estimate } from '../../../src/wizard/model/estimates.ts';
import { deployableCount, loadsOf } from '../../../src/wizard/model/loads.ts';
import { fullTeams, measures } from '../../../src/wizard/model/measures.ts';
import { downtimeMinutes, minutesInWords } from '../../../src/wizard/model/months.ts';
import { article, countedInWords } from '../../../src/wizard/model/sentences.ts';
import { summary } from '../../../src/wizard/model/summary.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { anyFacts, anyState } from './arbitraries.ts';
import { grown, outside, peak, team } from './rule-case.ts';
import { runs } from './runs.ts';

function estimated(answers: Answers): readonly Estimate[] {
  const solution = solve(answers);
  return estimates(solution, buildArchitecture(solution));
}

function capacityOf(answers: Answers): CapacityEstimate {
  const found = estimated(answers).find((each) => each.kind === 'capacity');
  if (found === undefined) throw new Error('There is no estimate of the capacity.');
  return found;
}

describe('Erlang C', () => {
  // One server: the share that waits is how busy it is. Two servers: 2ρ² / (1 + ρ).
  it.each([
    [1, 0.5, 0.5],
    [1, 0.9, 0.9],
    [2, 1, 1 / 3],
    [2, 1.6, (2 * 0.8 * 0.8) / 1.8],
  ])('of %d servers and %d Erlang', (servers, busy, expected) => {
    expect(erlangC(servers, busy)).toBeCloseTo(expected, 10);
  });

  it('gives the wait that 5 % of the requests exceed', () => {
    const { probability, p95 } = waiting(3, 2.5, 50);
    expect(probability * Math.exp((-(3 - 2.5) * p95) / 50)).toBeCloseTo(0.05, 10);
    expect(waiting(100, 10, 50).p95).toBe(0);
  });
});

describe('the size of a deployable', () => {
  const load = (change: Partial<Load>): Load => ({
    requestsPerSecond: 50,
    workMs: 50,
    p95Ms: 500,
    minimumReplicas: 2,
    ...change,
  });

  it('is enough with a replica lost, in time and at most 85 % busy', () => {
    const loads = fc.record({
      requestsPerSecond: fc.integer({ min: 0, max: 20_000 }),
      workMs: fc.integer({ min: 1, max: 400 }),
      p95Ms: fc.integer({ min: 401, max: 5000 }),
      minimumReplicas: fc.constantFrom(1, 2, 3),
    });
    fc.assert(
      fc.property(loads, (each) => {
        const { busyWorkers, replicas, workersPerReplica } = capacity(each);
        expect(replicas).toBeGreaterThanOrEqual(each.minimumReplicas);
        expect(workersPerReplica).toBeLessThanOrEqual(8);
        const left = Math.max(1, replicas - 1) * workersPerReplica;
        if (replicas > 1) expect(busyWorkers / left).toBeLessThanOrEqual(0.85 + 1e-9);
        expect(waiting(left, busyWorkers, each.workMs).p95 + each.workMs).toBeLessThanOrEqual(
          each.p95Ms,
        );
      }),
      { numRuns: runs(300, 10_000) },
    );
  });

  it('no longer runs the rest at 97 % when a replica is lost', () => {
    const { busyWorkers, replicas, workersPerReplica } = capacity(load({ requestsPerSecond: 39 }));
    expect(busyWorkers / ((replicas - 1) * workersPerReplica)).toBeLessThanOrEqual(0.85);
  });

  it('ends where no number of workers is enough', () => {
    expect(capacity(load({ workMs: 5000, p95Ms: 50 })).replicas).toBeGreaterThan(1);
    expect(
      capacity(load({ requestsPerSecond: 10_000_000, workMs: 60_000 })).replicas,
    ).toBeGreaterThan(1);
  });
});

describe('the estimate of the capacity', () => {
  it('says that the wish is met, or why it cannot be', () => {
    expect(capacityOf({}).finding).toMatch(/, which meets the 500 ms allowed\.$/u);
    expect(capacityOf({ latency: { workMs: 5000, p95Ms: 50 } }).finding).toContain(
      'The work alone takes 5,000 ms, and 50 ms are allowed',
    );
  });

  it('says one thing in the singular', () => {
    const one = capacityOf({
      load: peak(1),
      availability: { availability: '99' },
      latency: { workMs: 250, p95Ms: 2000 },
    });
    expect(one.finding).toContain('the worker is busy 25 % of the time');
    expect(one.title).toContain('1 request/s');
  });

  it('counts a request in each service that it visits, and the busiest one ten times', () => {
    const solution = solve({ ...grown, parts: { parts: ['settled-boundaries'] }, load: peak(60) });
    const even = loadsOf(solution);
    expect(even).toHaveLength(deployableCount(solution));
    expect(even.reduce((sum, each) => sum + each.requestsPerSecond, 0)).toBeCloseTo(120);
    const hot = loadsOf(solve({ ...grown, load: peak(60) })).map((each) => each.requestsPerSecond);
    expect((hot[0] ?? 0) / (hot[1] ?? 1)).toBeCloseTo(10);
  });
});

describe('the downtime', () => {
  it.each([
    ['99', '7 h 12 min'],
    ['99.5', '3 h 36 min'],
    ['99.9', '43 min 12 s'],
    ['99.95', '21 min 36 s'],
    ['99.99', '4 min 19 s'],
  ])('of %s %% is that of the availability table', (percent, words) => {
    expect(minutesInWords(downtimeMinutes(Number(percent)))).toBe(words);
  });

  it('compares what others may be down with what there is', () => {
    const [fifty] = estimated({
      dependencies: outside({ outsideCalls: 50, outsideAvailability: '99.95' }),
    });
    expect(fifty?.finding).toBe(
      '99.9 % leaves 43 min 12 s a month; what you wait for outside may be down 18 h, 25 times that.',
    );
    const [one] = estimated({ dependencies: outside({}) });
    expect(one?.finding).toContain('may be down 4 min 19 s, 10 % of that.');
  });
});

describe('the deadlines', () => {
  it('get shorter from caller to callee, whatever is retried', () => {
    const given = [fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 8 })] as const;
    fc.assert(
      fc.property(...given, fc.constantFrom(1, 2), (p95, count, attempts) => {
        const inside = Array.from({ length: count }, (_, index) => `s${index}`);
        const routes = inside.slice(1).map((to, index) => ({ from: `s${index}`, to }));
        const times = timesOf(p95, inside, [], routes, attempts, new Set());
        expect(times.client).toBe(clientTime(p95));
        expect(times.edge).toBeLessThan(attemptTimeout(times.client, 1));
        const own = inside.map(times.own);
        expect(own[0]).toBeLessThan(times.edge);
        for (const [index, route] of routes.entries()) {
          const tries = times.attempts(route);
          expect((own[index + 1] ?? 0) * tries).toBeLessThan(callTime(own[index] ?? 0));
          expect(tries).toBe(index === 0 ? attempts : 1);
        }
      }),
    );
  });
});

describe('the measures', () => {
  it('count teams that have three people', () => {
    expect(fullTeams({ engineers: 5, teams: 8 })).toBe(1);
    expect(fullTeams({ engineers: 6, teams: 500 })).toBe(2);
    expect(fullTeams({ engineers: 200, teams: 25 })).toBe(25);
  });

  it('say something for all facts', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { value, words } of Object.values(measures)) {
          expect(Number.isFinite(value(facts))).toBe(true);
          expect(words(facts)).not.toMatch(/NaN|undefined|Infinity/u);
        }
      }),
    );
  });

  it('limit how many deployables there are', () => {
    fc.assert(
      fc.property(anyState, ({ answers }) => {
        const solution = solve(answers);
        const { engineers } = solution.facts;
        expect(deployableCount(solution)).toBeLessThanOrEqual(Math.max(2, engineers / 2));
      }),
      { numRuns: runs(200, 10_000) },
    );
  });
});

describe('the summary', () => {
  const told = (answers: Answers, pins = {}) => {
    const solution = solve(answers, pins);
    return summary(solution, buildArchitecture(solution));
  };

  it('has clean sentences for all answers and pins', () => {
    fc.assert(
      fc.property(anyState, ({ answers, pins }) => {
        const { title, sentences } = told(answers, pins);
        for (const text of [title, ...sentences]) {
          expect(text).not.toMatch(
            /undefined|NaN|\ba [aei]|\ban [^aeiouAEFHILMNORSX\d]|\b1 [a-z]+s\b|\s\s|\.\./u,
          );
        }
        for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z\d].*\.$/u);
      }),
      { numRuns: runs(300, 10_000) },
    );
  });

  it('claims no transaction across services, and counts what carries the load together', () => {
    const { sentences } = told({ team: team(20, 3), 'across-parts': { participants: 3 } });
    expect(sentences[1]).toContain('kept together by an orchestrated saga');
    expect(sentences[3]).toMatch(/^Six replicas of three services together carry 50 requests/u);
  });

  it('mentions events and a log, and one database of one deployable', () => {
    const pinned = told({}, { 'sync-or-async': 'event-driven', broker: 'log' });
    expect(pinned.title).toBe('A modular monolith that reacts to events through a log');
    expect(pinned.sentences[1]).toContain('events that go through an event log');
    const owned = told({}, { 'data-ownership': 'database-per-service' });
    expect(owned.sentences[1]).toContain('The one deployable has a database');
  });

  it('puts the right article', () => {
    expect(['API gateway', 'CDN', 'event log', 'HTTP call', 'REST'].map(article)).toEqual([
      'an API gateway',
      'a CDN',
      'an event log',
      'an HTTP call',
      'a REST',
    ]);
    expect([1, 2, 12].map((count) => countedInWords(count, 'worker'))).toEqual([
      'one worker',
      'two workers',
      '12 workers',
    ]);
  });
});
