import type { RecordContext } from '../adr.ts';

/** How long a receiver may take: long enough to store the notice, too short to work on it. */
const timeoutMs = 15_000;

/** Notices under way to one receiver, so that one that hangs holds only its own (our convention). */
const concurrentPerReceiver = 5;

/** How notices to other companies are sent and sent again; nothing unless webhooks were chosen. */
export function noticesOf({ solution, architecture }: RecordContext): readonly object[] {
  const { chosen, parameters } = solution.decisions.outbound;
  if (chosen !== 'webhooks') return [];
  return architecture.dependencies
    .filter(({ id }) => id === 'companies')
    .map(({ id }) => ({
      to: id,
      timeoutMs,
      repeatForHours: parameters.noticeHours ?? 1,
      backoff: { kind: 'exponential', firstMs: 5000, factor: 2, mostMs: 3_600_000, jitter: 'full' },
      concurrentPerReceiver,
      addresses: 'looked up and checked before each call: public ones only, no redirects',
      thenTo: 'the list of what was not taken; the address is switched off and its owner told',
    }));
}
