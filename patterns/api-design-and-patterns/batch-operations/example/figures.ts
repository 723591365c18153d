import type { Figure } from '#lab';
import { RECEIPTS } from './delivery.ts';
import { CHECKOUTS } from './shoppers.ts';
import type { Checkouts } from './shoppers.ts';
import type { Store } from './store.ts';

/** What the importer has at the end. */
export interface Outcome {
  /** What it knows of each receipt, if anything. */
  readonly fates: ReadonlyMap<string, 'done' | 'refused'>;
  /** Requests sent. */
  readonly requests: number;
}

export function figuresOf(
  store: Store,
  seen: Checkouts,
  { fates, requests }: Outcome,
  tookMs: number,
): Figure[] {
  const times = [...store.counted.values()];
  const sum = times.reduce((all, one) => all + one, 0);
  return [
    {
      label: 'counted too often',
      value: sum - times.length,
      better: 'lower',
      note: `of ${RECEIPTS} receipts`,
    },
    {
      label: 'fate not known',
      value: RECEIPTS - fates.size,
      better: 'lower',
    },
    {
      label: 'changes in vain',
      value: store.made - times.length,
      better: 'lower',
    },
    {
      label: 'checkout failed',
      value: seen.failed,
      better: 'lower',
      note: `of ${CHECKOUTS}`,
    },
    {
      label: 'slowest checkout, in s',
      value: seconds(seen.slowestMs),
      better: 'lower',
    },
    {
      label: 'import, in s',
      value: seconds(tookMs),
      better: 'lower',
      ...(fates.size < RECEIPTS ? { note: 'gave up' } : {}),
    },
    {
      label: 'requests for it',
      value: requests,
      better: 'lower',
      note: 'the cost: looks and pages',
    },
  ];
}

/** With one decimal. */
function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
