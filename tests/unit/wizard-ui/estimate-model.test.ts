import { describe, expect, it } from 'vitest';
import { buildArchitecture } from '../../../src/wizard/model/build-architecture.ts';
import { estimates } from '../../../src/wizard/model/estimates.ts';
import type { CapacityEstimate } from '../../../src/wizard/model/estimates.ts';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { estimateModel } from '../../../src/wizard/ui/result/estimate-model.ts';

function drawn(answers: Answers) {
  const solution = solve(answers);
  return estimates(solution, buildArchitecture(solution)).map(estimateModel);
}

const load = (peakNow: number): Answers => ({
  load: { peakNow, peakLater: peakNow, readsPerWrite: 10 },
});

const tooFew: CapacityEstimate = {
  kind: 'capacity',
  title: '',
  finding: '',
  formula: '',
  assumptions: [],
  source: { title: '', url: '' },
  requestsPerSecond: 50,
  workMs: 50,
  busyWorkers: 2.5,
  replicas: 2,
  workersPerReplica: 2,
  cases: [{ label: 'one replica lost', workers: 2, utilization: 1.25 }],
};

describe('every estimate', () => {
  it.each([1, 20, 50, 400, 5000, 1_000_000])(
    'stays within its drawing at %d requests/s',
    (peak) => {
      for (const { rows } of drawn(load(peak))) {
        for (const { boxes } of rows) {
          for (const { x, width } of boxes) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(width).toBeGreaterThan(0);
            expect(x + width).toBeLessThanOrEqual(100.000001);
          }
        }
      }
    },
  );
});

describe('the workers', () => {
  it('are drawn one by one, filled as far as they are busy', () => {
    const [, workers] = drawn(load(50));
    const [all] = workers?.rows ?? [];
    const free = all?.boxes.filter(({ style }) => style === 'free') ?? [];
    const filled = all?.boxes
      .filter(({ style }) => style === 'busy')
      .reduce((sum, { width }) => sum + width / (free[0]?.width ?? 1), 0);
    expect(free.length).toBeGreaterThanOrEqual(4);
    expect(filled).toBeCloseTo(2.5);
  });

  it('show in words and beyond the cells what cannot be carried', () => {
    const { rows } = estimateModel({ ...tooFew, busyWorkers: 2.5 });
    const [lost] = rows;
    expect(lost).toMatchObject({ isOver: true, value: 'overload: 2.5 on 2' });
    expect(lost?.boxes.map(({ style }) => style)).toEqual(['free', 'busy', 'free', 'busy', 'over']);
  });

  it('become one bar when there are many', () => {
    const { rows } = estimateModel({ ...tooFew, busyWorkers: 40 });
    expect(rows[0]?.boxes.map(({ style }) => style)).toEqual(['free', 'busy', 'over']);
  });
});

describe('the downtime', () => {
  it.each([
    ['99', ['99 %, your target', '99.5 %']],
    ['99.9', ['99.5 %', '99.9 %, your target', '99.95 %']],
    ['99.99', ['99.95 %', '99.99 %, your target']],
  ] as const)('of %s %% stands beside its neighbors', (availability, labels) => {
    const [downtime] = drawn({ availability: { availability } });
    expect(downtime?.rows.map(({ label }) => label)).toEqual(labels);
  });

  it('is more than the target leaves when what one waits for is down longer', () => {
    const [downtime] = drawn({
      availability: { availability: '99.95' },
      dependencies: { outsideCalls: 2, outsideAvailability: '99.9', whenDown: 'fail' },
    });
    expect(downtime?.rows.map(({ isOver }) => isOver)).toEqual([false, true]);
    expect(downtime?.rows[1]?.boxes.map(({ style }) => style)).toEqual(['over', 'over']);
  });
});
