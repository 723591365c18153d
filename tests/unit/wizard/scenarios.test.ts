import { describe, expect, it } from 'vitest';
import { decisionIds } from '../../../src/wizard/model/decisions.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { grown, peak, team } from './rule-case.ts';
import { scenarios } from './scenarios.ts';

describe('scenarios', () => {
  it.each(scenarios)(
    '$name',
    ({ answers, chosen = {}, never = {}, tensions = [], silent = [] }) => {
      const solution = solve(answers);
      const found = Object.fromEntries(
        decisionIds.map((id) => [id, solution.decisions[id].chosen]),
      );
      expect(found).toMatchObject(chosen);
      for (const id of decisionIds) expect(never[id] ?? []).not.toContain(found[id]);
      const ids = solution.tensions.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([...tensions]));
      expect(ids.filter((id) => silent.includes(id))).toEqual([]);
    },
  );
});

describe('priorities', () => {
  const busy = { staleness: { staleness: 'seconds' }, load: peak(50) } as const;
  const freshness = { freshness: { freshness: 'seconds' } } as const;
  const first = (priority: 'speed' | 'correctness') =>
    solve({
      ...busy,
      ...freshness,
      priorities: {
        priorities:
          priority === 'speed'
            ? ['speed', 'correctness', 'change']
            : ['correctness', 'speed', 'change'],
      },
    });

  it('decide where two alternatives are close, by their order, and the reasons say so', () => {
    expect(first('speed').decisions.cache.chosen).toBe('private-http');
    expect(first('correctness').decisions.cache.chosen).toBe('none');
    const reasons = [first('speed'), first('correctness')].map(({ decisions: { cache } }) =>
      cache.because.find(({ ruleId }) => ruleId === 'cache/priorities'),
    );
    expect(reasons[0]?.text).toContain('priority “fast answers” decided for HTTP caching');
    expect(reasons[0]?.answers).toEqual(['priorities']);
    const rejected = first('correctness').decisions.cache.rejected.find(
      ({ alternative }) => alternative === 'private-http',
    );
    expect(rejected?.reason.text).toContain('priority “correctness” decided for no cache');
  });

  it('do not decide against a clear lead', () => {
    const { decisions } = solve({
      ...grown,
      team: team(60, 8),
      priorities: { priorities: ['simplicity', 'correctness', 'speed'] },
    });
    expect(decisions.style.chosen).not.toBe('modular-monolith');
  });
});

describe('settings', () => {
  it('belong to the alternative that was chosen', () => {
    const rest = solve({ interaction: { interaction: ['client-graph'] } }).decisions['public-api'];
    expect(rest.chosen).toBe('rest');
    expect(rest.parameters.queryCostLimit).toBeUndefined();
    const teams = solve({ team: team(30, 6) }).decisions.rollout;
    expect(teams.chosen).toBe('canary');
    expect(teams.parameters.canaryPercent).toBe(5);
    expect(solve({}).decisions.rollout.parameters.canaryPercent).toBeUndefined();
  });

  it('always change the database in two releases, and refuse before they are overrun', () => {
    const { rollout, edge } = solve({}).decisions;
    expect(rollout.parameters.expandContract).toBe(1);
    expect(edge.parameters.shedLoad).toBe(1);
  });
});

describe('a reason', () => {
  it('knows whether anybody gave the answers that it rests on', () => {
    const asked = solve({ team: team(200, 25), 'start-from': { startFrom: 'services' } });
    const rejected = asked.decisions.style.rejected.find(
      ({ alternative }) => alternative === 'microservices',
    );
    const reasons = [rejected?.reason, ...(rejected?.further ?? [])];
    const unasked = reasons.find((reason) => reason?.ruleId === 'style/no-central-telemetry');
    expect(unasked?.assumed).toBe(true);
    const stated = solve({ team: team(5, 1) }).decisions.style.rejected.flatMap(
      ({ reason, further }) => [reason, ...further],
    );
    expect(stated.find(({ ruleId }) => ruleId === 'style/few-engineers')?.assumed).toBe(false);
  });

  it('names every rule that forbids an alternative, the stated ones first', () => {
    const { rejected } = solve({ team: team(5, 1) }).decisions.style;
    const microservices = rejected.find(({ alternative }) => alternative === 'microservices');
    expect(microservices?.reason.assumed).toBe(false);
    expect(microservices?.further.map(({ ruleId }) => ruleId)).toContain(
      'style/too-little-pressure',
    );
  });
});
